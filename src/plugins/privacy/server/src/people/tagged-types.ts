import type { UID } from '@strapi/strapi';
import { isLocalized } from '../../../../../database/locale';
import { getModel, type Attribute } from '../../../../../database/models';
import { findRows } from '../../../../../database/rows';
import type { Catalogue, PersonalModel } from '../fields/catalogue';
import { describeRow, wholeRow } from './describe-row';
import type { Finding, Holder, Person, PersonDocument } from './holder';

/** The names of a content type's tagged e-mail addresses that can be looked up. */
function addressesOf({ uid, fields }: PersonalModel): string[] {
  const attributes = getModel(uid).attributes as Record<string, Attribute>;
  return fields
    .filter(({ name, index }) => index && attributes[name]?.type === 'email')
    .map(({ name }) => name);
}

/** The content types whose tags alone make them holders of personal data, by a person's address. */
export function typesWithAddress(catalogue: Catalogue): PersonalModel[] {
  return catalogue.tagged.filter((model) => !model.isComponent && addressesOf(model).length > 0);
}

async function findOfType(model: PersonalModel, email: string): Promise<PersonDocument[]> {
  const $or = addressesOf(model).map((name) => ({ [name]: email }));
  const rows = await findRows<{ documentId: string }>(model.uid as UID.Schema, {
    select: ['documentId'],
    where: { $or },
    orderBy: { id: 'asc' },
  });
  const ids = new Set(rows.map(({ documentId }) => documentId));
  return [...ids].map((documentId) => ({ uid: model.uid, documentId }));
}

/** The documents that have an address: drafts and published ones, of all locales. */
export async function findDocuments(
  catalogue: Catalogue,
  email: string,
): Promise<PersonDocument[]> {
  const found: PersonDocument[] = [];
  for (const model of typesWithAddress(catalogue)) found.push(...(await findOfType(model, email)));
  return found;
}

interface Row extends Record<string, unknown> {
  documentId: string;
}

/** What of a row names its document to a colleague. */
function referenceOf({ reference, documentId }: Row): string {
  return typeof reference === 'string' ? reference : documentId;
}

/** One finding for each document; where it has several rows, the others are listed. */
function toFindings(rows: Row[], uid: string): Finding[] {
  const ids = [...new Set(rows.map(({ documentId }) => documentId))];
  return ids.flatMap((id) => {
    const [first, ...others] = rows.filter(({ documentId }) => documentId === id);
    if (!first) return [];
    const versions = others.map((row) => describeRow(row, uid));
    const data = { ...describeRow(first, uid), ...(versions.length > 0 && { versions }) };
    return [{ id, reference: referenceOf(first), data }];
  });
}

/**
 * Deletes documents through the document service, so that every rule about their deletion runs:
 * drafts, published versions and all translations.
 */
export async function deleteDocuments(documents: readonly PersonDocument[]): Promise<void> {
  for (const { uid, documentId } of documents) {
    const everyLocale = isLocalized(getModel(uid)) ? { locale: '*' } : {};
    await strapi.documents(uid as UID.ContentType).delete({ documentId, ...everyLocale });
  }
}

/** Makes a content type a holder by its tags. */
export function holderOfType(model: PersonalModel): Holder {
  const { uid } = model;
  const own = ({ documents }: Person) => documents.filter((document) => document.uid === uid);
  return {
    name: strapi.contentType(uid as UID.ContentType).info.pluralName,

    async find(person) {
      const ids = own(person).map(({ documentId }) => documentId);
      if (ids.length === 0) return [];
      const rows = await findRows<Row>(uid as UID.Schema, {
        where: { documentId: { $in: ids } },
        populate: wholeRow(uid),
        orderBy: { id: 'asc' },
      });
      return toFindings(rows, uid);
    },

    erase: (person) => deleteDocuments(own(person)),
  };
}
