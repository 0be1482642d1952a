import type { Core } from '@strapi/strapi';

const ENQUIRY = 'api::enquiry.enquiry';

/** What a visitor wrote; recognisable wherever it should not turn up. */
export const VISITOR = {
  name: 'Visitor Canary',
  email: 'canary@example.org',
  message: 'When does the canary course start?',
};

/** The fields of an enquiry that is right, with changes. */
export function enquiry(changes: object = {}): object {
  return { kind: 'other', ...VISITOR, ...changes };
}

/** An enquiry as the database holds it. */
export interface StoredEnquiry extends Record<string, unknown> {
  id: number;
  documentId: string;
  reference: string;
  /** What the API calls `status`. */
  state: string;
  createdAt: string;
  dueAt: string | null;
  answeredAt: string | null;
}

/** Reads an enquiry behind the API's back, with all that it refers to. */
export async function readEnquiry(strapi: Core.Strapi, reference: string): Promise<StoredEnquiry> {
  const populate = ['training', 'session', 'source', 'assignee', 'notes', 'duplicateOf'];
  return strapi.db.query(ENQUIRY).findOne({ where: { reference }, populate });
}

/** How many enquiries there are. */
export async function countEnquiries(strapi: Core.Strapi): Promise<number> {
  return strapi.db.query(ENQUIRY).count({});
}

/** Removes all enquiries. */
export async function removeEnquiries(strapi: Core.Strapi): Promise<void> {
  await strapi.db.query('enquiry.note').deleteMany({});
  await strapi.db.query(ENQUIRY).deleteMany({});
}

/** Stores an enquiry that came in, and changes it without asking whether it may have that. */
export async function storeEnquiry(
  strapi: Core.Strapi,
  changes: Record<string, unknown> = {},
): Promise<StoredEnquiry> {
  const stored = await strapi.documents(ENQUIRY).create({ data: enquiry() as never });
  await strapi.db.query(ENQUIRY).update({ where: { id: stored.id }, data: changes });
  return readEnquiry(strapi, stored.reference ?? '');
}
