import type { Transaction } from '../../database/transaction';
import { paramsOf, type DocumentContext } from '../../hooks/document-context';
import type { EnquiryKind } from './response-times';
import type { EnquiryStatus } from './status';

const ENQUIRY = 'api::enquiry.enquiry';

/** What the rules about a change need to know of an enquiry as it stands. */
export interface EnquiryRow {
  id: number;
  document_id: string;
  reference: string;
  kind: EnquiryKind;
  state: EnquiryStatus;
  created_at: Date;
  due_at: Date | null;
  answered_at: Date | null;
  reopened_at: Date | null;
  announced_at: Date | null;
}

const COLUMNS = [
  'id',
  'document_id',
  'reference',
  'kind',
  'state',
  'created_at',
  'due_at',
  'answered_at',
  'reopened_at',
  'announced_at',
] as const;

/** Whether a call changes an enquiry that there is already. */
export function isEnquiryUpdate(context: DocumentContext): boolean {
  return context.uid === ENQUIRY && context.action === 'update';
}

/**
 * The enquiry that a call changes or deletes, as it stands. Two people at the desk may decide at the same
 * moment: until the transaction ends, the second one waits here, and then sees what the first did.
 */
export async function lockEnquiry(
  transaction: Transaction,
  context: DocumentContext,
): Promise<EnquiryRow | undefined> {
  const { documentId = '' } = paramsOf(context);
  return transaction<EnquiryRow>('enquiries')
    .select(...COLUMNS)
    .where({ document_id: documentId })
    .forUpdate()
    .first();
}
