import fc from 'fast-check';

import { findEnquiry, type EnquiryDetails } from '../../../src/mail/enquiry-details';
import { confirmEnquiry } from '../../../src/mail/confirm-enquiry';
import { notifyDesk } from '../../../src/mail/notify-desk';
import { runJobs, waitingJobs } from '../../helpers/jobs';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { removeEnquiries, storeEnquiry } from '../enquiry/enquiries';
import { mailTo, startMailServer, type MailServer } from './mail-server';
import { DESK, setDeskAddress, storeAndAnnounce } from './mailing';

const EMAIL = 'visitor@example.org';

let server: MailServer;
let running: RunningStrapi;

beforeAll(async () => {
  server = await startMailServer();
  running = await startStrapi({ SMTP_URL: server.url, MAIL_FROM: 'no-reply@example.org' });
  await setDeskAddress(running.strapi, DESK);
});

afterAll(async () => {
  await running.stop();
  await server.goAway();
});

beforeEach(async () => {
  await removeEnquiries(running.strapi);
  Object.assign(server, { mails: [], recipients: [] });
});

const INJECTIONS = [
  'Eve\r\nBcc: victim@example.org',
  'Eve\nSubject: You have won\n\nClick',
  'Eve" <victim@example.org>, "',
  '=?utf-8?q?Eve=0D=0ABcc:_victim@example.org?=',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '<a href="https://evil.example">{{constructor}}{{> x}}</a>',
  '\u2028Bcc: victim@example.org\u202E',
  'x'.repeat(200),
];

it.each(INJECTIONS)('a mail about it has the headers that it should have: %j', async (text) => {
  await storeAndAnnounce(running.strapi, {
    email: EMAIL,
    name: text,
    company: text,
    message: text,
    visitorLocale: text.slice(0, 35),
  });
  await runJobs(running.strapi);
  expect(await waitingJobs(running.strapi)).toEqual([]);
  expect(server.recipients.toSorted()).toEqual([[DESK], [EMAIL]]);
  for (const to of [EMAIL, DESK]) {
    const { headers, subject, from, html } = mailTo(server, to);
    expect([...headers.keys()].toSorted()).toEqual(
      [
        ...['auto-submitted', 'content-language', 'content-type', 'date', 'from', 'message-id'],
        ...['mime-version', 'subject', 'to', 'x-auto-response-suppress'],
        ...(to === DESK ? ['reply-to'] : []),
      ].toSorted(),
    );
    expect(subject).toMatch(/^(We have received your|New) enquiry ENQ-\d{4}-\d{6}(: Other)?$/);
    expect(from?.value).toEqual([expect.objectContaining({ address: 'no-reply@example.org' })]);
    expect(html).not.toMatch(/<script|<img|<a href="https:\/\/evil/);
  }
  const { replyTo } = mailTo(server, DESK);
  expect(replyTo?.value.map(({ address }) => address)).toEqual([EMAIL]);
});

it.each([
  'visitor@example.org, victim@example.org',
  'visitor@example.org;victim@example.org',
  'group:visitor@example.org,victim@example.org;',
  'visitor@example.org\r\nBcc: victim@example.org',
  '"Visitor" <visitor@example.org>',
  'visitor',
])('an address that is none gets no mail and no reply: %j', async (email) => {
  await storeAndAnnounce(running.strapi, { email });
  await runJobs(running.strapi);
  expect(await waitingJobs(running.strapi)).toEqual([]);
  expect(server.recipients).toEqual([[DESK]]);
  expect(mailTo(server, DESK).replyTo).toBeUndefined();
});

/** A stored enquiry as mails are made of it. */
async function storeDetails(): Promise<EnquiryDetails> {
  const { documentId } = await storeEnquiry(running.strapi, { email: EMAIL });
  const details = await findEnquiry(documentId);
  if (!details) throw new Error('The enquiry is gone.');
  return details;
}

it('a confirmation is the same whatever the visitor writes', async () => {
  const plain = await storeDetails();
  const confirmation = await confirmEnquiry(plain);
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  const fields = { name: text, company: text, phone: text, message: text };
  await fc.assert(
    fc.asyncProperty(fc.record(fields), async (written) => {
      expect(await confirmEnquiry({ ...plain, ...written })).toEqual(confirmation);
    }),
    { numRuns: 25 },
  );
});

it('a notification can be made of whatever is written', async () => {
  const plain = await storeDetails();
  const text = fc.oneof(fc.constantFrom(...INJECTIONS), fc.string({ unit: 'binary' }));
  const fields = { name: text, company: text, phone: text, message: text, visitorLocale: text };
  await fc.assert(
    fc.asyncProperty(fc.record(fields), async (written) => {
      const mail = await notifyDesk({ ...plain, ...written });
      expect(mail?.replyTo?.address).toBe(EMAIL);
      const { subject, facts } = mail?.content ?? { subject: '\n', facts: [] };
      for (const line of [subject, ...facts.map(({ value }) => value)])
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    }),
    { numRuns: 25 },
  );
});
