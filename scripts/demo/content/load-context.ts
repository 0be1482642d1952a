import type { Core, UID } from '@strapi/strapi';
import type { Ledger } from './ledger';
import type { DemoContent } from './read-files';

/** What every part of the loader works with. */
export interface LoadContext {
  strapi: Core.Strapi;
  content: DemoContent;
  ledger: Ledger;
  /** The moment that relative times count from. */
  now: Date;
}

interface Row {
  documentId: string;
}

/** The languages that the demo adds to English, in which every document exists. */
export const TRANSLATIONS = ['fr'] as const;

/**
 * Those of the named documents that still exist: an editor may have thrown one away since an
 * earlier load.
 * @returns documentIds in the order of the keys
 */
export async function livingDocuments(
  { strapi, ledger }: LoadContext,
  uid: UID.ContentType,
  keys: string[],
): Promise<string[]> {
  const wanted = keys.map((key) => ledger.idOf(key));
  const rows = (await strapi.db
    .query(uid)
    .findMany({ select: ['documentId'], where: { documentId: { $in: wanted } } })) as Row[];
  const living = new Set(rows.map(({ documentId }) => documentId));
  return wanted.filter((id) => living.has(id));
}

/**
 * The document that somebody made before the demo was loaded, by a field that tells documents
 * apart. The demo takes it as it is.
 */
export async function existingDocument(
  { strapi }: LoadContext,
  uid: UID.ContentType,
  where: Record<string, string>,
): Promise<string | undefined> {
  const row = (await strapi.db.query(uid).findOne({ select: ['documentId'], where })) as Row | null;
  return row?.documentId;
}
