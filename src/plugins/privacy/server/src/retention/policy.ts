import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** How long documents of a content type are kept: `pluginOptions.privacy.retention` of its schema. */
const tag = z.strictObject({
  /** ISO 8601 duration, such as `P3Y`. */
  after: z
    .string()
    .refine(
      (text) => z.iso.duration().safeParse(text).success && /[1-9]/.test(text),
      'Write an ISO 8601 duration above zero, such as P3Y or P6M.',
    ),
  /** Attributes with dates: the newest of them counts. */
  since: z.array(z.string()).min(1, 'Name at least one attribute with a date.'),
});

/** The section `retention` of this plugin's settings. */
const settings = z.strictObject({
  /** For how many days a document is announced before it is erased. */
  noticeDays: z.int().min(1).max(365),
  /** By content type, instead of what its schema says; `false` keeps its documents for good. */
  contentTypes: z.record(z.string(), z.unknown()),
});

/** For how long documents of a content type are kept. */
export interface RetentionPolicy {
  uid: string;
  /** As the panel and receipts call the documents: `enquiries`. */
  name: string;
  table: string;
  after: string;
  since: readonly string[];
  /** The columns of `since`. */
  columns: readonly string[];
}

/** All policies, and how long before it an erasure is announced. */
export interface Retention {
  noticeDays: number;
  policies: readonly RetentionPolicy[];
}

const DATES = ['datetime', 'date', 'timestamp'];

interface ContentType {
  uid: string;
  info: { pluralName: string };
  pluginOptions?: { privacy?: { retention?: unknown } };
}

function parse<T extends z.ZodType>(schema: T, value: unknown, place: string): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`${place} cannot be used: ${z.prettifyError(result.error)}`);
}

function toPolicy(strapi: Core.Strapi, { uid, info }: ContentType, value: unknown, place: string) {
  const { after, since } = parse(tag, value, place);
  const { attributes, tableName: table } = strapi.db.metadata.get(uid);
  const columns = since.map((name) => {
    const attribute = attributes[name] as { type: string; columnName?: string } | undefined;
    if (attribute && DATES.includes(attribute.type)) return attribute.columnName ?? name;
    throw new Error(`${place} cannot be used: ${uid} has no attribute "${name}" with a date.`);
  });
  return { uid, name: info.pluralName, table, after, since, columns };
}

/**
 * Reads how long documents are kept, from the schemas and the settings of this plugin.
 * @throws Error naming a tag or a setting that makes no sense
 */
export function readRetention(strapi: Core.Strapi): Retention {
  const name = 'plugin::privacy.retention';
  const { noticeDays, contentTypes } = parse(settings, strapi.config.get(name), name);
  const types = strapi.contentTypes as unknown as Record<string, ContentType>;
  for (const uid of Object.keys(contentTypes))
    if (!types[uid]) throw new Error(`${name}: there is no content type ${uid}.`);
  const policies = Object.values(types).flatMap((type) => {
    const override = contentTypes[type.uid];
    const value = override ?? type.pluginOptions?.privacy?.retention;
    if (value === undefined || value === false) return [];
    const place = override
      ? `${name}.contentTypes of ${type.uid}`
      : `pluginOptions.privacy.retention of ${type.uid}`;
    return [toPolicy(strapi, type, value, place)];
  });
  return { noticeDays, policies };
}
