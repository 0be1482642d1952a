import { defaultLocale } from '../database/locale';
import { findRow, findRows } from '../database/rows';

/** What mails tell of an enquiry, as it is stored. */
export interface EnquiryDetails {
  documentId: string;
  reference: string;
  kind: 'training' | 'corporate' | 'partnership' | 'support' | 'other';
  state: string;
  name: string;
  email: string;
  phone: string | null;
  company: string | null;
  message: string;
  visitorLocale: string | null;
  dueAt: string | null;
  source: { page: string | null } | null;
  training: { documentId: string } | null;
  session: { startsAt: string; timezone: string } | null;
}

/** The enquiry as it is now; undefined where it is gone. */
export async function findEnquiry(documentId: string): Promise<EnquiryDetails | undefined> {
  return findRow<EnquiryDetails>('api::enquiry.enquiry', {
    where: { documentId },
    populate: {
      source: { select: ['page'] },
      training: { select: ['documentId'] },
      session: { select: ['startsAt', 'timezone'] },
    },
  });
}

/**
 * The title of the training that an enquiry is about, in the reader's language if it has one.
 * @returns undefined where visitors see no such training
 */
export async function trainingTitle(
  { training }: EnquiryDetails,
  locale: string,
): Promise<string | undefined> {
  if (!training) return undefined;
  const titles = await findRows<{ locale: string; title: string }>('api::training.training', {
    select: ['locale', 'title'],
    where: { documentId: training.documentId, publishedAt: { $notNull: true } },
  });
  const inLanguage = (code: string) => titles.find((title) => title.locale === code);
  return (inLanguage(locale) ?? inLanguage(await defaultLocale()) ?? titles[0])?.title;
}

/** The day on which a session begins, where it takes place. */
export function sessionDay({ session }: EnquiryDetails, locale: string): string | undefined {
  if (!session) return undefined;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: session.timezone });
  return format.format(new Date(session.startsAt));
}
