import { addWorkingTime, type BusinessHours, type WorkingTime } from '../../lib/business-hours';

/** What enquiries can be about. */
export const KINDS = ['training', 'corporate', 'partnership', 'support', 'other'] as const;

/** What an enquiry is about. */
export type EnquiryKind = (typeof KINDS)[number];

/** Whether a value, of which nothing is known yet, is a kind of enquiry. */
export function isEnquiryKind(value: unknown): value is EnquiryKind {
  return (KINDS as readonly unknown[]).includes(value);
}

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
