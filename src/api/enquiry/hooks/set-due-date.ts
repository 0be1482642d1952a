import { inTransaction } from '../../../database/transaction';
import { changeData, writtenData, type DocumentHook } from '../../../hooks/document-context';
import { dueDate, isEnquiryKind } from '../response-times';
import { isEnquiryStatus, isReopening, isWaiting } from '../status';
import { isEnquiryUpdate, lockEnquiry, type EnquiryRow } from '../stored-enquiry';

/** What an enquiry is after a write; of a value that is none, the check of the field's type tells. */
function afterWrite(data: Record<string, unknown>, before?: EnquiryRow) {
  return {
    kind: isEnquiryKind(data.kind) ? data.kind : (before?.kind ?? 'other'),
    state: isEnquiryStatus(data.state) ? data.state : (before?.state ?? 'new'),
  };
}

/** When a new enquiry is due; never, if it is settled or spam from the start. */
function dueDateOfNew(data: Record<string, unknown>): Date | null {
  const { kind, state } = afterWrite(data);
  return isWaiting(state) ? dueDate(kind, new Date()) : null;
}

/** When a changed enquiry is due; undefined where that stays as it is. */
function dueDateAfter(stored: EnquiryRow, data: Record<string, unknown>): Date | null | undefined {
  const { kind, state } = afterWrite(data, stored);
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
