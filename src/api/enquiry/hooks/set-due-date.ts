import { inTransaction } from '../../../database/transaction';
import { changeData, writtenData, type DocumentHook } from '../../../hooks/document-context';
import { dueDate, type EnquiryKind } from '../response-times';
import { isReopening, isWaiting, type EnquiryStatus } from '../status';
import { isEnquiryUpdate, lockEnquiry, type EnquiryRow } from '../stored-enquiry';

/** What a write says of an enquiry. */
interface Change {
  kind?: EnquiryKind | null;
  state?: EnquiryStatus | null;
}

/** When a new enquiry is due; never, if it is settled or spam from the start. */
function dueDateOfNew({ kind, state }: Change): Date | null {
  return isWaiting(state ?? 'new') ? dueDate(kind ?? 'other', new Date()) : null;
}

/** When a changed enquiry is due; undefined where that stays as it is. */
function dueDateAfter(stored: EnquiryRow, change: Change): Date | null | undefined {
  const kind = change.kind ?? stored.kind;
  const state = change.state ?? stored.state;
  if (!isWaiting(state)) return null;
  // A mere save must not move it, even where opening hours have changed since.
  if (kind === stored.kind && isWaiting(stored.state)) return undefined;
  const waitingSince = isReopening(stored.state, state)
    ? new Date()
    : (stored.reopened_at ?? stored.created_at);
  return dueDate(kind, waitingSince);
}

/**
 * While somebody waits for an answer, `dueAt` follows from the kind of the enquiry and the time
 * since when they wait: since it came in, or since it was opened again. Otherwise it is empty.
 */
export const setDueDate: DocumentHook = async (context, next) => {
  const data = writtenData(context);
  if (context.uid !== 'api::enquiry.enquiry' || !data) return next();
  if (context.action === 'create') changeData(context, { dueAt: dueDateOfNew(data) });
  if (!isEnquiryUpdate(context)) return next();

  return inTransaction(async (transaction) => {
    const stored = await lockEnquiry(transaction, context);
    changeData(context, { dueAt: stored && dueDateAfter(stored, data) });
    return next();
  });
};
