import { inTransaction } from '../../../database/transaction';
import type { DocumentHook } from '../../../hooks/document-context';
import { forgetMails } from '../../../mail/enquiry-mail';
import { webhooks } from '../../../plugins/webhooks/accessor';
import { erasedEvent } from '../announcement';
import { forgetKeysOf } from '../idempotency';
import { lockEnquiry } from '../stored-enquiry';

/**
 * What is known of an enquiry elsewhere goes with it, whoever deletes it: what other systems were
 * sent, mails that wait, and the keys that it came with. Who has heard of it hears that it is gone.
 */
export const forgetEnquiry: DocumentHook = async (context, next) => {
  if (context.uid !== 'api::enquiry.enquiry' || context.action !== 'delete') return next();
  return inTransaction(async (transaction) => {
    const stored = await lockEnquiry(transaction, context);
    const result = await next();
    if (!stored) return result;
    const { document_id: documentId, reference, announced_at: announcedAt } = stored;
    await webhooks().forgetPersonalData(documentId);
    await forgetMails(transaction, documentId);
    await forgetKeysOf(transaction, reference);
    if (announcedAt) await webhooks().emit(erasedEvent(documentId, reference, new Date()));
    return result;
  });
};
