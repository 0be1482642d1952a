import { addWorkingTime, type BusinessHours, type WorkingTime } from '../../lib/business-hours';

/** What an enquiry is about. */
export type EnquiryKind = 'training' | 'corporate' | 'partnership' | 'support' | 'other';

/** When the desk works, and how soon it answers, from `config/desk.ts`. */
interface DeskConfig {
  businessHours: BusinessHours;
  responseTimes: Record<EnquiryKind, WorkingTime>;
}

/** When an enquiry for which somebody has waited since a time should have its answer. */
export function dueDate(kind: EnquiryKind, waitingSince: Date): Date {
  const { businessHours, responseTimes } = strapi.config.get<DeskConfig>('desk');
  return addWorkingTime(waitingSince, responseTimes[kind], businessHours);
}
