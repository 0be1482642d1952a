import { inTransaction } from '../../../database/transaction';
import {
  changeData,
  resultDocuments,
  writtenData,
  type DocumentHook,
} from '../../../hooks/document-context';
import { mailAboutEnquiry } from '../../../mail/enquiry-mail';
import { webhooks } from '../../../plugins/webhooks/accessor';
import { createdEvent, findKnown, findNew, updatedEvent, type KnownEnquiry } from '../announcement';
import type { EnquiryStatus } from '../status';
import { isEnquiryUpdate, lockEnquiry } from '../stored-enquiry';

const ENQUIRY = 'api::enquiry.enquiry';

/** Tells of an enquiry that nobody has heard of yet. */
async function announce(documentId: string): Promise<void> {
  const enquiry = await findNew(documentId);
  if (!enquiry) return;
  await webhooks().emit(createdEvent(enquiry));
  await mailAboutEnquiry(documentId);
}

/** A new enquiry; code that stores one which others know of already says so by `announcedAt`. */
const announceNew: DocumentHook = async (context, next) => {
  const { state, announcedAt } = writtenData(context) ?? {};
  if (state === 'spam' || announcedAt) return next();
  changeData(context, { announcedAt: new Date() });
  return inTransaction(async () => {
    const result = await next();
    for (const { documentId } of resultDocuments(result)) await announce(documentId);
    return result;
  });
};

/** How a change of an enquiry is told of. */
type Telling = 'nothing' | 'created' | 'updated';

function tellingOf(from: EnquiryStatus, to: EnquiryStatus, isAnnounced: boolean): Telling {
  if (to === 'spam') return from === 'spam' || !isAnnounced ? 'nothing' : 'updated';
  return isAnnounced ? 'updated' : 'created';
}

/** Tells what has changed, if anything has. */
async function announceUpdate(before: KnownEnquiry): Promise<void> {
  const after = await findKnown(before.documentId);
  const event = after && updatedEvent(before, after);
  if (event) await webhooks().emit(event);
}

const announceChange: DocumentHook = async (context, next) =>
  inTransaction(async (transaction) => {
    const stored = await lockEnquiry(transaction, context);
    if (!stored) return next();
    const { document_id: documentId, state, announced_at: announcedAt } = stored;
    const status = (writtenData(context)?.state ?? state) as EnquiryStatus;
    const telling = tellingOf(state, status, announcedAt !== null);
    changeData(context, { announcedAt: telling === 'created' ? new Date() : undefined });
    const before = telling === 'updated' ? await findKnown(documentId) : undefined;
    const result = await next();
    if (before) await announceUpdate(before);
    if (telling === 'created') await announce(documentId);
    // Mails that were about to be sent ended when it became spam; those that were are not repeated.
    else if (state === 'spam' && status !== 'spam') await mailAboutEnquiry(documentId);
    return result;
  });

/**
 * Webhooks and mails about an enquiry: they are stored with it or not at all. Of spam nobody hears,
 * until the desk takes the verdict back; then it is told of as if it had just come in.
 */
export const announceEnquiry: DocumentHook = async (context, next) => {
  if (context.uid === ENQUIRY && context.action === 'create') return announceNew(context, next);
  return isEnquiryUpdate(context) ? announceChange(context, next) : next();
};
