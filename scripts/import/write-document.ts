import type { Core } from '@strapi/strapi';
import { UIDS, type MappedDocument } from './record';
import type { NameRegister, NamedType } from './name-register';

/** A mapped document, and what has to be done with it. */
export interface PlannedWrite {
  document: MappedDocument;
  slug: string;
  hash: string;
  /** Whether it is published when it is written. */
  publish: boolean;
}

/** The registers behind a document's relations. */
export type NameRegisters = Record<NamedType, NameRegister>;

/** Which names stand behind which relation. */
const RELATED: Record<keyof MappedDocument['relations'], NamedType> = {
  authors: 'people',
  trainers: 'people',
  tags: 'tags',
  category: 'categories',
};

/** The document service as far as it is used here; its own types want one content type each. */
interface Documents {
  create(parameters: object): Promise<{ documentId: string }>;
  update(parameters: object): Promise<{ documentId: string } | null>;
  publish(parameters: object): Promise<unknown>;
}

function documentsOf(strapi: Core.Strapi, { type }: MappedDocument): Documents {
  return strapi.documents(UIDS[type]);
}

/** The documents behind a document's relations, in the form that a write takes. */
export async function resolveRelations(
  { relations, locale }: MappedDocument,
  registers: NameRegisters,
): Promise<Record<string, unknown>> {
  const resolved = Object.entries(relations).map(async ([attribute, names]) => {
    const register = registers[RELATED[attribute as keyof typeof RELATED]];
    const ids = await Promise.all(names.map((name) => register.resolve(name, locale)));
    return [attribute, attribute === 'category' ? (ids[0] ?? null) : ids] as const;
  });
  return Object.fromEntries(await Promise.all(resolved));
}

function dataOf({ document, slug, hash }: PlannedWrite, relations: Record<string, unknown>) {
  return {
    ...document.attributes,
    ...relations,
    slug,
    sourceKey: document.key,
    sourceHash: hash,
  };
}

/**
 * What a write answers with: what the lifecycle hooks read of it. The text and its HTML, the bulk of
 * a document, would be read again after each write.
 */
const FIELDS: Record<MappedDocument['type'], string[]> = {
  blog: ['documentId', 'locale', 'slug', 'publishedAt', 'firstPublishedAt'],
  training: ['documentId', 'locale', 'slug', 'publishedAt'],
};

const statusOf = ({ publish }: PlannedWrite) => (publish ? 'published' : 'draft');

/** Makes a document. @returns its documentId */
export async function createDocument(
  strapi: Core.Strapi,
  write: PlannedWrite,
  relations: Record<string, unknown>,
): Promise<string> {
  const { locale, firstPublishedAt } = write.document;
  const data = { ...dataOf(write, relations), ...(firstPublishedAt && { firstPublishedAt }) };
  const fields = FIELDS[write.document.type];
  const parameters = { data, locale, fields, status: statusOf(write) };
  return (await documentsOf(strapi, write.document).create(parameters)).documentId;
}

/** Changes a document in its language. The date of first publication stays as it is. */
export async function updateDocument(
  strapi: Core.Strapi,
  documentId: string,
  write: PlannedWrite,
  relations: Record<string, unknown>,
): Promise<void> {
  await documentsOf(strapi, write.document).update({
    documentId,
    locale: write.document.locale,
    data: dataOf(write, relations),
    fields: FIELDS[write.document.type],
    status: statusOf(write),
  });
}

/** Adds a language to a document that exists in another. */
export async function addTranslation(
  strapi: Core.Strapi,
  documentId: string,
  write: PlannedWrite,
  relations: Record<string, unknown>,
): Promise<void> {
  const { document } = write;
  const { locale, firstPublishedAt, type } = document;
  const documents = documentsOf(strapi, document);
  await strapi.db.transaction(async () => {
    const data = dataOf(write, relations);
    await documents.update({ documentId, locale, data, status: 'draft' });
    // The document service empties a first publication that an update passes, and adding a
    // language is an update to it: the date goes in below the document service.
    if (firstPublishedAt) {
      await strapi.db.query(UIDS[type]).updateMany({
        where: { documentId, locale, publishedAt: null },
        data: { firstPublishedAt },
      });
    }
    if (write.publish) await documents.publish({ documentId, locale });
  });
}
