import { addWorkingDays } from '../../lib/working-days';

/** What an enquiry is about. */
export type EnquiryKind = 'training' | 'corporate' | 'partnership' | 'support' | 'other';

/** Working days within which an enquiry of each kind should be answered. */
const RESPONSE_WORKING_DAYS: Record<EnquiryKind, number> = {
  training: 1,
  support: 1,
  corporate: 2,
  other: 3,
  partnership: 5,
};

/** When an enquiry that came in at a time should have its answer. */
export function dueDate(kind: EnquiryKind, receivedAt: Date): Date {
  return addWorkingDays(receivedAt, RESPONSE_WORKING_DAYS[kind]);
}
