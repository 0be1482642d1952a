import { findRow } from '../../database/rows';
import type { WebhookEvent } from '../../plugins/webhooks/accessor';
import type { EnquiryKind } from './response-times';
import type { EnquiryStatus } from './status';

const ENQUIRY = 'api::enquiry.enquiry';

/** A new enquiry as far as other systems are told of it. */
export interface NewEnquiry {
  documentId: string;
  reference: string;
  kind: EnquiryKind;
  state: EnquiryStatus;
  name: string;
  email: string;
  phone: string | null;
  company: string | null;
  message: string;
  visitorLocale: string | null;
  createdAt: string;
  dueAt: string | null;
  answeredAt: string | null;
  training: { documentId: string; title: string; slug: string } | null;
  duplicateOf: { reference: string } | null;
}

/** An enquiry with all that can change of it. */
export interface KnownEnquiry extends NewEnquiry {
  session: { documentId: string } | null;
  assignee: { firstname: string | null; lastname: string | null; email: string } | null;
  notes: { id: number }[];
}

const OF_NEW = {
  training: { select: ['documentId', 'title', 'slug'] },
  duplicateOf: { select: ['reference'] },
};

const OF_KNOWN = {
  ...OF_NEW,
  session: { select: ['documentId'] },
  assignee: { select: ['firstname', 'lastname', 'email'] },
  notes: { select: ['id'] },
};

/** Reads an enquiry that others are to hear of. */
export async function findNew(documentId: string): Promise<NewEnquiry | undefined> {
  return findRow<NewEnquiry>(ENQUIRY, { where: { documentId }, populate: OF_NEW });
}

/** Reads an enquiry as it is before or after a change. */
export async function findKnown(documentId: string): Promise<KnownEnquiry | undefined> {
  return findRow<KnownEnquiry>(ENQUIRY, { where: { documentId }, populate: OF_KNOWN });
}

function trainingOf({ training }: NewEnquiry) {
  return (
    training && { documentId: training.documentId, title: training.title, slug: training.slug }
  );
}

/** What only endpoints hear that may have personal data, by the names of the API. */
function personalDataOf(enquiry: NewEnquiry): Record<string, unknown> {
  const { name, email, phone, company, message } = enquiry;
  return { name, email, phone, company, message };
}

function assigneeOf({ assignee }: KnownEnquiry) {
  if (!assignee) return null;
  const { firstname, lastname, email } = assignee;
  return { name: [firstname, lastname].filter(Boolean).join(' '), email };
}

/** The event `enquiry.created`. */
export function createdEvent(enquiry: NewEnquiry): WebhookEvent {
  const { documentId, reference, kind, visitorLocale, createdAt, duplicateOf } = enquiry;
  return {
    type: 'enquiry.created',
    data: {
      documentId,
      reference,
      kind,
      training: trainingOf(enquiry),
      locale: visitorLocale,
      receivedAt: createdAt,
      duplicateOf: duplicateOf?.reference ?? null,
    },
    personalData: personalDataOf(enquiry),
  };
}

/** What a change is a change of, by the names of the API; values that can be compared. */
function comparable(enquiry: KnownEnquiry): Record<string, unknown> {
  return {
    status: enquiry.state,
    kind: enquiry.kind,
    training: enquiry.training?.documentId,
    session: enquiry.session?.documentId,
    assignee: enquiry.assignee?.email,
    notes: enquiry.notes.length,
    dueAt: enquiry.dueAt,
    answeredAt: enquiry.answeredAt,
    locale: enquiry.visitorLocale,
    ...personalDataOf(enquiry),
  };
}

/**
 * The event `enquiry.updated`: what the enquiry is now, and the names of what changed. Personal
 * values, of visitors and colleagues alike, go to those only who may have them.
 * @returns undefined where nothing changed that others are told of
 */
export function updatedEvent(before: KnownEnquiry, after: KnownEnquiry): WebhookEvent | undefined {
  const [former, present] = [comparable(before), comparable(after)];
  const changed = Object.keys(present).filter((name) => present[name] !== former[name]);
  if (changed.length === 0) return undefined;
  const personal = { ...personalDataOf(after), assignee: assigneeOf(after) };
  const personalChanges = Object.entries(personal).filter(([name]) => changed.includes(name));
  return {
    type: 'enquiry.updated',
    data: {
      documentId: after.documentId,
      reference: after.reference,
      kind: after.kind,
      training: trainingOf(after),
      status: after.state,
      previousStatus: before.state,
      answeredAt: after.answeredAt,
      dueAt: after.dueAt,
      changed,
    },
    ...(personalChanges.length > 0 && { personalData: Object.fromEntries(personalChanges) }),
  };
}

/** The event `enquiry.erased`: of the enquiry itself nothing is left to tell. */
export function erasedEvent(documentId: string, reference: string, erasedAt: Date): WebhookEvent {
  const data = { documentId, reference, erasedAt: erasedAt.toISOString() };
  return { type: 'enquiry.erased', data };
}
