import { inTransaction } from '../../../database/transaction';
import { ProspectusError } from '../../../errors';
import { writtenData, type DocumentHook } from '../../../hooks/document-context';
import { isEnquiryStatus, isLegalStatusChange, STATUS_CHANGES } from '../status';
import { isEnquiryUpdate, lockEnquiry } from '../stored-enquiry';

/** Refuses a status that cannot follow the present one. */
export const checkStatusChange: DocumentHook = async (context, next) => {
  const status = writtenData(context)?.state;
  // What is no status at all is refused by the check of the field's type.
  if (!isEnquiryUpdate(context) || !isEnquiryStatus(status)) return next();

  return inTransaction(async (transaction) => {
    const stored = await lockEnquiry(transaction, context);
    if (!stored || isLegalStatusChange(stored.state, status)) return next();
    const allowed = STATUS_CHANGES[stored.state];
    throw new ProspectusError(
      'STATUS_CHANGE',
      `An enquiry that is ${stored.state} cannot become ${status}; it can become ${allowed.join(' or ')}.`,
      { from: stored.state, to: status, allowed },
    );
  });
};
