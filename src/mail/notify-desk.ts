import { defaultLocale } from '../database/locale';
import { findRow } from '../database/rows';
import { sessionDay, trainingTitle, type EnquiryDetails } from './enquiry-details';
import { isMailAddress, type MailAddress } from './mail-address';
import { mailLocale } from './mail-locale';
import type { OutgoingMail } from './outgoing-mail';
import { linesOf, oneLine } from './plain-text';
import { compileSentences } from './sentences';
import { siteDetails } from './site-details';
import de from './templates/notify-desk/de.json';
import en from './templates/notify-desk/en.json';
import es from './templates/notify-desk/es.json';
import fr from './templates/notify-desk/fr.json';

const sentences = compileSentences({ en, fr, es, de });

type Say = (typeof sentences)['en'];

const KINDS = {
  training: 'kindTraining',
  corporate: 'kindCorporate',
  partnership: 'kindPartnership',
  support: 'kindSupport',
  other: 'kindOther',
} as const satisfies Record<EnquiryDetails['kind'], keyof Say>;

/** The address that the panel's desk settings name; undefined where they name none. */
async function deskAddress(): Promise<string | undefined> {
  const settings = await findRow<{ notificationEmail: string | null }>(
    'api::enquiry-desk.enquiry-desk',
    { select: ['notificationEmail'] },
  );
  return settings?.notificationEmail ?? undefined;
}

/** Where the desk's reply goes. */
function visitorAddress({ name, email }: EnquiryDetails): MailAddress | undefined {
  return isMailAddress(email) ? { name: oneLine(name), address: email } : undefined;
}

/** The page of an enquiry in the panel. */
function panelPage(documentId: string): string {
  const panel = strapi.config.get<string>('admin.absoluteUrl');
  return `${panel}/content-manager/collection-types/api::enquiry.enquiry/${documentId}`;
}

/** A moment for people in any time zone. */
function formatMoment(time: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(time))} (UTC)`;
}

async function facts(enquiry: EnquiryDetails, locale: string, say: Say) {
  const values = [
    { label: say.kind(), value: say[KINDS[enquiry.kind]]() },
    { label: say.training(), value: await trainingTitle(enquiry, locale) },
    { label: say.session(), value: sessionDay(enquiry, locale) },
    { label: say.name(), value: enquiry.name },
    { label: say.email(), value: enquiry.email },
    { label: say.phone(), value: enquiry.phone },
    { label: say.company(), value: enquiry.company },
    { label: say.language(), value: enquiry.visitorLocale },
    { label: say.page(), value: enquiry.source?.page },
    { label: say.due(), value: enquiry.dueAt && formatMoment(enquiry.dueAt, locale) },
  ];
  return values.flatMap(({ label, value }) => (value ? [{ label, value: oneLine(value) }] : []));
}

/**
 * The notification to the desk, in the default language of the site: the whole enquiry, and a reply
 * goes to the visitor.
 * @returns undefined where the panel names no address for it
 */
export async function notifyDesk(enquiry: EnquiryDetails): Promise<OutgoingMail | undefined> {
  const to = await deskAddress();
  if (!to) {
    strapi.log.warn(
      `Mail notify-desk.${enquiry.documentId} has nowhere to go: name an address in the panel, Enquiry desk.`,
    );
    return undefined;
  }
  const locale = mailLocale(await defaultLocale());
  const say = sentences[locale];
  const site = await siteDetails(locale);
  const { reference, documentId, kind } = enquiry;
  const topic = (await trainingTitle(enquiry, locale)) ?? say[KINDS[kind]]();
  return {
    to,
    replyTo: visitorAddress(enquiry),
    content: {
      locale,
      subject: oneLine(say.subject({ reference, topic })),
      heading: say.heading({ reference }),
      paragraphs: [say.arrived({ site: site.name })],
      facts: await facts(enquiry, locale, say),
      quote: { heading: say.message(), lines: linesOf(enquiry.message) },
      action: { label: say.open(), url: panelPage(documentId) },
      notes: [say.caution()],
      sender: site.sender,
    },
  };
}
