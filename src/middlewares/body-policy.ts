import type { Core } from '@strapi/strapi';
import { rm } from 'node:fs/promises';
import { ProspectusError } from '../errors';
import { routePath } from '../lib/route-path';

/** Settings of `global::body-policy` and `global::parsed-body-limit`. */
export interface BodyPolicyConfig {
  /** Paths, with all below them, that may take files; everywhere else multipart is refused. */
  uploads: string[];
  /** Routes that take JSON alone, with the most bytes that a body may have. */
  json: { method: string; path: string; maxBytes: number }[];
}

/** The settings of the route that a request goes to; undefined where it has none. */
export function findJsonRoute(config: BodyPolicyConfig, method: string, path: string) {
  return config.json.find((route) => route.method === method && route.path === routePath(path));
}

/** The error for a body over the limit. */
export function tooLarge(maxBytes: number): ProspectusError {
  return new ProspectusError(
    'PAYLOAD_TOO_LARGE',
    `The body can have ${maxBytes / 1024} KiB at most; shorten it.`,
  );
}

function wrongType(): ProspectusError {
  return new ProspectusError(
    'UNSUPPORTED_MEDIA_TYPE',
    'Send JSON with the header Content-Type: application/json.',
  );
}

/** Whether a request may carry files: to a route for uploads, from somebody who says who they are. */
function mayCarryFiles(config: BodyPolicyConfig, path: string, authorization: string): boolean {
  const isUpload = config.uploads.some((root) => path === root || path.startsWith(`${root}/`));
  return isUpload && authorization !== '';
}

/** The body parser's temporary files of a request. */
interface ParsedFiles {
  files?: Record<string, TemporaryFile | TemporaryFile[] | undefined>;
}

interface TemporaryFile {
  filepath: string;
}

/**
 * Removes the temporary files of a request, whatever the form called them; Strapi removes those of
 * one field alone.
 */
async function removeTemporaryFiles({ files = {} }: ParsedFiles): Promise<void> {
  const all = Object.values(files).flatMap((file) => file ?? []);
  await Promise.all(all.map(({ filepath }) => rm(filepath, { force: true })));
}

/**
 * Refuses a body by its type and declared size before a byte of it is read: Strapi would parse
 * multipart on every route, before it knows who is asking, and keep the files.
 */
const bodyPolicy: Core.MiddlewareFactory<BodyPolicyConfig> = (config) => async (context, next) => {
  const path = routePath(context.path);
  const isMultipart = Boolean(context.is('multipart'));
  if (isMultipart && !mayCarryFiles(config, path, context.get('Authorization'))) throw wrongType();

  const route = findJsonRoute(config, context.method, path);
  if (route && !context.is('application/json')) throw wrongType();
  if (route && Number(context.get('Content-Length')) > route.maxBytes)
    throw tooLarge(route.maxBytes);
  try {
    await next();
  } finally {
    if (isMultipart) await removeTemporaryFiles(context.request);
  }
};

export default bodyPolicy;
