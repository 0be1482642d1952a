import { ProspectusError } from '../../../errors';
import { inTransaction } from '../../../database/transaction';
import {
  changeData,
  paramsOf,
  writtenData,
  type DocumentHook,
} from '../../../hooks/document-context';
import { isLegalStatusChange, STATUS_CHANGES, type EnquiryStatus } from '../status';

const ENQUIRY = 'api::enquiry.enquiry';

interface EnquiryRow {
  document_id: string;
  state: EnquiryStatus;
  answered_at: Date | null;
}

/** Refuses a status that cannot follow the present one, and notes when an answer was first given. */
export const checkStatusChange: DocumentHook = async (context, next) => {
  const status = writtenData(context)?.state as EnquiryStatus | undefined;
  if (context.uid !== ENQUIRY || context.action !== 'update' || !status) return next();

  return inTransaction(async (transaction) => {
    const { documentId = '' } = paramsOf(context);
    // Two people at the desk may decide at the same moment: the second one sees what the first did.
    const stored = await transaction<EnquiryRow>('enquiries')
      .select('state', 'answered_at')
      .where({ document_id: documentId })
      .forUpdate()
      .first();
    if (!stored) return next();
    if (!isLegalStatusChange(stored.state, status)) {
      const allowed = STATUS_CHANGES[stored.state];
      throw new ProspectusError(
        'STATUS_CHANGE',
        `An enquiry that is ${stored.state} cannot become ${status}; it can become ${allowed.join(' or ')}.`,
        { from: stored.state, to: status, allowed },
      );
    }
    const isFirstAnswer = status === 'answered' && !stored.answered_at;
    changeData(context, { answeredAt: isFirstAnswer ? new Date() : undefined });
    return next();
  });
};
