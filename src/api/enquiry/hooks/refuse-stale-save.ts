import { inTransaction } from '../../../database/transaction';
import { ProspectusError } from '../../../errors';
import type { DocumentHook } from '../../../hooks/document-context';
import { isEnquiryUpdate, lockEnquiry } from '../stored-enquiry';

/** The part of the panel's edit form that matters here. It leaves out what is empty. */
interface Form {
  reference: string;
  dueAt?: string | null;
}

function isForm(body: unknown): body is Form {
  return body !== null && typeof body === 'object' && 'reference' in body;
}

/** The edit form as the panel sent it; undefined for every other way to write. */
function sentForm(): Form | undefined {
  const request = strapi.requestContext.get()?.request;
  const isPanel = request?.path.startsWith('/content-manager/') ?? false;
  return isPanel && isForm(request?.body) ? request.body : undefined;
}

/**
 * The panel sends the whole form, with the status that it had when the page was opened: adding a
 * note to an enquiry that a colleague has answered meanwhile would open it again. Each change of
 * status or kind that the table of changes lets through moves `dueAt`, which the form carries as it
 * was read: one that differs is out of date.
 */
export const refuseStaleSave: DocumentHook = async (context, next) => {
  const form = isEnquiryUpdate(context) ? sentForm() : undefined;
  if (!form) return next();

  return inTransaction(async (transaction) => {
    const stored = await lockEnquiry(transaction, context);
    const seen = form.dueAt ? new Date(form.dueAt).getTime() : undefined;
    if (stored && stored.due_at?.getTime() !== seen) {
      throw new ProspectusError(
        'STALE_ENQUIRY',
        'A colleague has changed this enquiry since you opened it. Nothing of yours was saved: see what it is now, and make your change again.',
      );
    }
    return next();
  });
};
