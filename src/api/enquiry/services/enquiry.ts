import { factories } from '@strapi/strapi';
import { findRow, findRows } from '../../../database/rows';
import { inTransaction } from '../../../database/transaction';
import { fieldErrors, type FieldFault } from '../../../field-errors';
import type { EnquiryChange, EnquiryInput } from '../enquiry-input';
import { once, type Receipt } from '../idempotency';

const ENQUIRY = 'api::enquiry.enquiry';
const TRAINING = 'api::training.training';
const SESSION = 'api::training-session.training-session';

/** Faults of the references in an enquiry: to a training and a session of it that visitors see. */
async function findReferenceFaults({ training, session }: EnquiryInput): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  const published = { documentId: training, publishedAt: { $notNull: true } };
  if (training && !(await strapi.db.query(TRAINING).count({ where: published }))) {
    faults.push({ path: ['training'], message: 'There is no training with this documentId.' });
  }
  if (!session) return faults;
  // The session of a draft is no more public than the draft.
  const of = { publishedAt: { $notNull: true }, ...(training ? { documentId: training } : {}) };
  const where = { documentId: session, training: of };
  if (!(await strapi.db.query(SESSION).count({ where }))) {
    const message = training
      ? 'This training has no session with this documentId.'
      : 'There is no session with this documentId.';
    faults.push({ path: ['session'], message });
  }
  return faults;
}

/** What the honeypot says of an enquiry: a person never sees the field. */
function verdict({ website }: EnquiryInput) {
  return website
    ? { state: 'spam' as const, spamScore: 100, spamReasons: ['honeypot'] }
    : { state: 'new' as const, spamScore: 0, spamReasons: [] };
}

async function store(input: EnquiryInput): Promise<Receipt> {
  const faults = await findReferenceFaults(input);
  if (faults.length > 0) throw fieldErrors(faults);
  const { website: _honeypot, locale, source, ...fields } = input;
  const stored = await strapi.documents(ENQUIRY).create({
    data: {
      ...fields,
      ...(locale ? { visitorLocale: locale } : {}),
      ...(source ? { source } : {}),
      ...verdict(input),
    },
  });
  return {
    reference: stored.reference ?? '',
    receivedAt: new Date(stored.createdAt ?? Date.now()),
  };
}

/** The numeric id of a panel user who can be given work. */
async function findAssignee(email: string): Promise<number> {
  const user = await findRow<{ id: number }>('admin::user', {
    select: ['id'],
    where: { email: email.toLowerCase(), isActive: true },
  });
  if (user) return user.id;
  throw fieldErrors([{ path: ['assignee'], message: 'No active panel user has this address.' }]);
}

export default factories.createCoreService(ENQUIRY, ({ strapi }) => ({
  /**
   * Stores a visitor's enquiry.
   * @param key the request's Idempotency-Key, if it has one: the same key stores once
   * @returns what the visitor is told
   * @throws ValidationError for a training or session that does not exist
   * @throws ProspectusError 422 for a key that came with another body
   */
  async receive(input: EnquiryInput, key: string | undefined): Promise<Receipt> {
    return inTransaction((transaction) =>
      key === undefined ? store(input) : once(transaction, key, input, () => store(input)),
    );
  },

  /**
   * Changes what the desk may change.
   * @returns the enquiry after the change; undefined where there is none
   * @throws ProspectusError 409 for a status that cannot follow the present one
   */
  async change(documentId: string, { assignee, status, ...change }: EnquiryChange) {
    const data: Record<string, unknown> = { ...change, ...(status && { state: status }) };
    if (assignee !== undefined) {
      data.assignee = assignee === null ? null : await findAssignee(assignee);
    }
    return strapi.documents(ENQUIRY).update({ documentId, data });
  },

  /** The panel users to whom enquiries are assigned, by the enquiries' documentIds. */
  async assignees(documentIds: string[]): Promise<Map<string, { name: string; email: string }>> {
    const rows = await findRows<AssignedEnquiry>(ENQUIRY, {
      select: ['documentId'],
      where: { documentId: { $in: documentIds }, assignee: { id: { $notNull: true } } },
      populate: { assignee: { select: ['firstname', 'lastname', 'email'] } },
    });
    return new Map(
      rows.map(({ documentId, assignee: { firstname, lastname, email } }) => [
        documentId,
        { name: [firstname, lastname].filter(Boolean).join(' '), email },
      ]),
    );
  },
}));

interface AssignedEnquiry {
  documentId: string;
  assignee: { firstname: string | null; lastname: string | null; email: string };
}
