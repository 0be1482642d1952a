import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The part of an attribute that the tests look at. */
export interface Attribute {
  type: string;
  target?: string;
  required?: boolean;
}

const source = path.resolve(__dirname, '../../src');

function readAttributes(file: string): Record<string, Attribute> {
  const schema = JSON.parse(readFileSync(path.join(source, file), 'utf8')) as {
    attributes: Record<string, Attribute>;
  };
  return schema.attributes;
}

function listFiles(folder: string): string[] {
  return readdirSync(path.join(source, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
    path.posix.join(folder, file.replaceAll(path.sep, '/')),
  );
}

/** The UID of the schema in a file; undefined for any other file. */
function uidOf(file: string): string | undefined {
  const contentType = /^api\/([^/]+)\/content-types\/([^/]+)\/schema\.json$/.exec(file);
  if (contentType) return `api::${contentType[1]}.${contentType[2]}`;
  const component = /^components\/([^/]+)\/([^/]+)\.json$/.exec(file);
  return component ? `${component[1]}.${component[2]}` : undefined;
}

/** The attributes of every content type and component, by UID, as their JSON files declare them. */
export const schemas: Record<string, Record<string, Attribute>> = Object.fromEntries(
  [...listFiles('api'), ...listFiles('components')].flatMap((file) => {
    const uid = uidOf(file);
    return uid ? [[uid, readAttributes(file)]] : [];
  }),
);
