import { findRows } from '../database/rows';
import { sessionDay, trainingTitle, type EnquiryDetails } from './enquiry-details';
import { isMailAddress } from './mail-address';
import { mailLocale } from './mail-locale';
import type { OutgoingMail } from './outgoing-mail';
import { compileSentences } from './sentences';
import { countSent } from './sent-mails';
import { siteDetails } from './site-details';
import de from './templates/confirm-enquiry/de.json';
import en from './templates/confirm-enquiry/en.json';
import es from './templates/confirm-enquiry/es.json';
import fr from './templates/confirm-enquiry/fr.json';

const sentences = compileSentences({ en, fr, es, de });

/** Confirmations that one address gets within a day: beyond it, somebody floods a stranger. */
const CONFIRMATIONS_PER_DAY = 3;

const DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1000;

/** How many confirmations went to an address within the last day. */
async function countConfirmations(email: string): Promise<number> {
  const createdAt = { $gt: new Date(Date.now() - DAY_IN_MILLISECONDS) };
  const enquiries = await findRows<{ documentId: string }>('api::enquiry.enquiry', {
    select: ['documentId'],
    where: { email, createdAt },
  });
  return countSent(
    enquiries.map(({ documentId }) => documentId),
    'confirm-enquiry',
  );
}

/**
 * The confirmation to the visitor, in their language. Anybody can have it sent to anybody's address,
 * so it says nothing that the sender of the enquiry has written: neither the message nor a name.
 * @returns undefined where the enquiry has no usable address, or it has had enough for a day
 */
export async function confirmEnquiry(enquiry: EnquiryDetails): Promise<OutgoingMail | undefined> {
  if (!isMailAddress(enquiry.email)) return undefined;
  if ((await countConfirmations(enquiry.email)) >= CONFIRMATIONS_PER_DAY) return undefined;
  const locale = mailLocale(enquiry.visitorLocale);
  const say = sentences[locale];
  const site = await siteDetails(locale);
  const { reference } = enquiry;
  const facts = [
    { label: say.reference(), value: reference },
    { label: say.training(), value: await trainingTitle(enquiry, locale) },
    { label: say.session(), value: sessionDay(enquiry, locale) },
  ];
  return {
    to: enquiry.email,
    // Without one, an answer goes where From says, which nobody may read.
    replyTo: site.email ? { name: site.name, address: site.email } : undefined,
    content: {
      locale,
      subject: say.subject({ reference }),
      heading: say.heading(),
      paragraphs: [say.received({ site: site.name }), site.email ? say.reply() : say.writeAgain()],
      facts: facts.flatMap(({ label, value }) => (value ? [{ label, value }] : [])),
      action: { label: say.visit(), url: site.url },
      notes: [say.mistaken()],
      sender: site.sender,
    },
  };
}
