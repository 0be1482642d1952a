import { inTransaction } from '../../../database/transaction';
import { changeData, writtenData, type DocumentHook } from '../../../hooks/document-context';
import { isReopening, type EnquiryStatus } from '../status';
import { isEnquiryUpdate, lockEnquiry } from '../stored-enquiry';

/**
 * Notes when an enquiry was answered and whether that was in time: the first answer counts, since
 * it is what the visitor waited for. Notes when it was last opened again.
 */
export const setAnswerTimes: DocumentHook = async (context, next) => {
  if (!isEnquiryUpdate(context)) return next();
  const { state } = writtenData(context) ?? {};
  const status = state as EnquiryStatus | undefined;
  changeData(context, { answeredAt: undefined, answeredOnTime: undefined, reopenedAt: undefined });
  if (!status) return next();

  return inTransaction(async (transaction) => {
    const stored = await lockEnquiry(transaction, context);
    if (!stored) return next();
    const now = new Date();
    if (status === 'answered' && !stored.answered_at) {
      const answeredOnTime = stored.due_at ? now <= stored.due_at : undefined;
      changeData(context, { answeredAt: now, answeredOnTime });
    }
    if (isReopening(stored.state, status)) changeData(context, { reopenedAt: now });
    return next();
  });
};
