import { factories } from '@strapi/strapi';
import { findRow, findRows } from '../../../database/rows';
import { fieldErrors, type FieldFault } from '../../../field-errors';
import type { EnquiryChange, EnquiryInput } from '../enquiry-input';
import type { Receipt } from '../idempotency';
import { takeIn, type Delivery, type Enquiry } from '../intake';
import { enquiryPopulate } from '../populate';
import { tokenSecrets } from '../spam/evidence';
import { issueFormToken } from '../spam/form-token';
import type { Verdict } from '../spam/judge';
import { createProofOfWork } from '../spam/proof-of-work';
import { enquirySettings } from '../spam/settings';

const ENQUIRY = 'api::enquiry.enquiry';
const TRAINING = 'api::training.training';
const SESSION = 'api::training-session.training-session';

/** The languages in which visitors can read a training; none where it is not published. */
async function publishedLocales(documentId: string): Promise<string[]> {
  const rows = await findRows<{ locale: string }>(TRAINING, {
    select: ['locale'],
    where: { documentId, publishedAt: { $notNull: true } },
  });
  return rows.map(({ locale }) => locale);
}

/** Whether visitors can see a session: that of a draft is no more public than the draft. */
async function isPublicSession(documentId: string, training: string | undefined) {
  const of = { publishedAt: { $notNull: true }, ...(training ? { documentId: training } : {}) };
  const session = await findRow(SESSION, { select: ['id'], where: { documentId, training: of } });
  return session !== undefined;
}

/**
 * What an enquiry is about, as relations. The training is linked in a language in which it exists,
 * the visitor's if possible.
 * @throws ValidationError for a training or session that visitors do not see, or that do not belong
 *   together
 */
async function findSubject({ training, session, locale }: Enquiry) {
  const faults: FieldFault[] = [];
  const locales = training ? await publishedLocales(training) : [];
  if (training && locales.length === 0) {
    faults.push({ path: ['training'], message: 'There is no training with this documentId.' });
  }
  if (session && !(await isPublicSession(session, training))) {
    const message = training
      ? 'This training has no session with this documentId.'
      : 'There is no session with this documentId.';
    faults.push({ path: ['session'], message });
  }
  if (faults.length > 0) throw fieldErrors(faults);
  const language = locales.find((code) => code === locale) ?? locales[0];
  return {
    ...(training && language ? { training: { documentId: training, locale: language } } : {}),
    ...(session ? { session } : {}),
  };
}

async function store(input: Enquiry, verdict: Verdict): Promise<Receipt> {
  const subject = await findSubject(input);
  const {
    website: _honeypot,
    locale,
    source,
    training: _training,
    session: _session,
    ...fields
  } = input;
  const stored = await strapi.documents(ENQUIRY).create({
    data: {
      ...fields,
      ...subject,
      ...(locale ? { visitorLocale: locale } : {}),
      ...(source ? { source } : {}),
      ...verdict,
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
   * @returns what the visitor is told
   * @throws ValidationError for a training or session that does not exist
   * @throws ProspectusError 422 for a key that came with another body, 429 over a limit
   */
  async receive(input: EnquiryInput, delivery: Delivery): Promise<Receipt> {
    return takeIn(input, delivery, store);
  },

  /** What `GET /api/enquiries/form-token` hands out to a form that is being shown. */
  async formToken() {
    const { formToken, proofOfWork } = enquirySettings();
    const challenge =
      proofOfWork.mode === 'off'
        ? {}
        : { challenge: await createProofOfWork(tokenSecrets(), proofOfWork) };
    return { ...issueFormToken(tokenSecrets(), formToken), ...challenge };
  },

  /**
   * Changes what the desk may change, and adds a note.
   * @returns the enquiry after the change; undefined where there is none
   * @throws ProspectusError 409 for a status that cannot follow the present one
   */
  async change(documentId: string, { assignee, status, notes }: EnquiryChange) {
    const data: Record<string, unknown> = {
      ...(status && { state: status }),
      ...(notes && { notes: [{ text: notes }] }),
    };
    if (assignee !== undefined) {
      data.assignee = assignee === null ? null : await findAssignee(assignee);
    }
    return strapi.documents(ENQUIRY).update({ documentId, data, populate: enquiryPopulate });
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
