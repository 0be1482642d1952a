import { inTransaction } from '../../../src/database/transaction';
import { mailAboutEnquiry } from '../../../src/mail/enquiry-mail';
import { createFactories } from '../../helpers/factories';
import { runJobs, waitingJobs } from '../../helpers/jobs';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { enquiry, readEnquiry, removeEnquiries, storeEnquiry, VISITOR } from '../enquiry/enquiries';
import { mailTo, startMailServer, type MailServer } from './mail-server';
import { DESK, retryJobs, setDeskAddress, storeAndAnnounce } from './mailing';

const PUBLIC_URL = 'https://academy.example.org';

let server: MailServer;
let running: RunningStrapi;

beforeAll(async () => {
  server = await startMailServer();
  running = await startStrapi({
    PUBLIC_URL,
    SMTP_URL: server.url,
    MAIL_FROM: 'no-reply@academy.example.org',
  });
  const make = createFactories(running.strapi);
  const organisation = { name: 'Academy Ltd', email: 'hello@example.org', phone: '+33 1 00 00' };
  const { documentId } = await make.site({ name: 'The Academy', organisation });
  await make.site({ name: 'L’Académie', organisation }, { documentId, locale: 'fr' });
});

afterAll(async () => {
  await running.stop();
  await server.goAway();
});

beforeEach(async () => {
  await removeEnquiries(running.strapi);
  await running.strapi.db.connection.raw('DELETE FROM graphile_worker._private_jobs');
  await setDeskAddress(running.strapi, DESK);
  Object.assign(server, { mails: [], recipients: [] });
});

describe('an enquiry', () => {
  it('is confirmed to the visitor and told to the desk, once each', async () => {
    await running.request.post('/api/enquiries').send({ data: enquiry() }).expect(201);
    await runJobs(running.strapi);
    expect(server.recipients.toSorted()).toEqual([[VISITOR.email], [DESK]]);
    await runJobs(running.strapi);
    expect(server.mails).toHaveLength(2);
    expect(await waitingJobs(running.strapi)).toEqual([]);
  });

  it('is confirmed to one address three times a day at most, and told to the desk each time', async () => {
    for (const message of ['One?', 'Two?', 'Three?', 'Four?']) {
      await storeAndAnnounce(running.strapi, { message });
      await runJobs(running.strapi);
    }
    expect(server.recipients.filter(([to]) => to === VISITOR.email)).toHaveLength(3);
    expect(server.recipients.filter(([to]) => to === DESK)).toHaveLength(4);
  });

  it('sends nothing before its transaction has committed', async () => {
    await inTransaction(async () => {
      await storeAndAnnounce(running.strapi);
      await runJobs(running.strapi);
      expect(server.mails).toEqual([]);
    });
    await runJobs(running.strapi);
    expect(server.mails).toHaveLength(2);
  });

  it('sends nothing when its transaction is rolled back', async () => {
    const writing = inTransaction(async () => {
      await storeAndAnnounce(running.strapi);
      throw new Error('Rolled back');
    });
    await expect(writing).rejects.toThrow('Rolled back');
    await runJobs(running.strapi);
    expect(server.mails).toEqual([]);
  });

  it('is announced twice and mailed about once', async () => {
    const { documentId } = await storeAndAnnounce(running.strapi);
    await mailAboutEnquiry(documentId);
    await runJobs(running.strapi);
    await mailAboutEnquiry(documentId);
    await runJobs(running.strapi);
    expect(server.mails).toHaveLength(2);
  });

  it('that is set aside as spam is mailed about when the desk takes the verdict back', async () => {
    const data = enquiry({ website: 'https://spam.example' });
    const { body } = await running.request.post('/api/enquiries').send({ data }).expect(201);
    await runJobs(running.strapi);
    expect(server.mails).toEqual([]);
    const { documentId } = await readEnquiry(running.strapi, body.data.reference);
    await running.strapi
      .documents('api::enquiry.enquiry')
      .update({ documentId, data: { state: 'new' } });
    await runJobs(running.strapi);
    expect(server.recipients.toSorted()).toEqual([[VISITOR.email], [DESK]]);
  });

  it.each(['gone', 'spam'])('that is %s by then is not mailed about', async (what) => {
    const { id } = await storeAndAnnounce(running.strapi);
    const enquiries = running.strapi.db.query('api::enquiry.enquiry');
    if (what === 'gone') await enquiries.delete({ where: { id } });
    else await enquiries.update({ where: { id }, data: { state: 'spam' } });
    await runJobs(running.strapi);
    expect(server.mails).toEqual([]);
    expect(await waitingJobs(running.strapi)).toEqual([]);
  });

  it('leaves its id in the queue, and nothing that the visitor wrote', async () => {
    const { documentId } = await storeAndAnnounce(running.strapi);
    const jobs = await running.strapi.db
      .connection('graphile_worker._private_jobs')
      .select('payload');
    const payload = { enquiry: documentId };
    expect(jobs).toEqual([{ payload }, { payload }]);
  });

  it('takes the record of its mails with it when it is deleted', async () => {
    const sent = () => running.strapi.db.connection('sent_mails').select('template');
    await storeAndAnnounce(running.strapi);
    await runJobs(running.strapi);
    expect(await sent()).toHaveLength(2);
    await removeEnquiries(running.strapi);
    expect(await sent()).toEqual([]);
  });
});

describe('the confirmation', () => {
  const languages = [
    ['en', 'We have received your enquiry', 'The Academy'],
    ['fr', 'Nous avons bien reçu votre demande', 'L’Académie'],
    ['fr-CA', 'Nous avons bien reçu votre demande', 'L’Académie'],
    ['es', 'Hemos recibido su consulta', 'The Academy'],
    ['de', 'Wir haben Ihre Anfrage', 'The Academy'],
    ['ja', 'We have received your enquiry', 'The Academy'],
    [null, 'We have received your enquiry', 'The Academy'],
  ] as const;

  it.each(languages)('is in the language of the visitor: %s', async (locale, subject, site) => {
    const { reference } = await storeAndAnnounce(running.strapi, { visitorLocale: locale });
    await runJobs(running.strapi);
    const mail = mailTo(server, VISITOR.email);
    expect(mail.subject).toContain(subject);
    expect(mail.subject).toContain(reference);
    for (const form of [mail.text, mail.html]) {
      for (const part of [reference, site, PUBLIC_URL, 'hello@example.org', '+33 1 00 00'])
        expect(form).toContain(part);
    }
  });

  it('is marked as automatic, comes from the site and can be answered', async () => {
    const { documentId } = await storeAndAnnounce(running.strapi);
    await runJobs(running.strapi);
    const mail = mailTo(server, VISITOR.email);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.from?.value).toEqual([
      { name: 'The Academy', address: 'no-reply@academy.example.org' },
    ]);
    expect(mail.replyTo?.value).toEqual([{ name: 'The Academy', address: 'hello@example.org' }]);
    expect(mail.messageId).toBe(`<confirm-enquiry.${documentId}@academy.example.org>`);
  });

  it('names the training in the language of the visitor, and the day of the session', async () => {
    const make = createFactories(running.strapi);
    const { documentId: training } = await make.training({ title: 'Backend basics' });
    await make.training({ title: 'Bases du backend' }, { documentId: training, locale: 'fr' });
    const { documentId: session } = await make.session({
      training,
      startsAt: '2031-03-02T23:30:00Z',
      endsAt: '2031-03-03T05:00:00Z',
      timezone: 'Asia/Tokyo',
    });
    const { documentId } = await storeEnquiry(running.strapi, { visitorLocale: 'fr' });
    const about = { training: { documentId: training, locale: 'fr' }, session };
    await running.strapi
      .documents('api::enquiry.enquiry')
      .update({ documentId, data: about as never });
    await runJobs(running.strapi);
    const { text } = mailTo(server, VISITOR.email);
    expect(text).toContain('Formation: Bases du backend');
    expect(text).toContain('Session: lundi 3 mars 2031');
    expect(mailTo(server, DESK).subject).toContain('Backend basics');
  });

  it('says nothing that the sender of the enquiry wrote', async () => {
    await storeAndAnnounce(running.strapi, {
      name: 'Win money at https://evil.example',
      company: 'Evil canary',
      phone: '555 canary',
    });
    await runJobs(running.strapi);
    const { text, html, headerLines } = mailTo(server, VISITOR.email);
    const all = [text, html, ...headerLines.map(({ line }) => line)].join('\n');
    expect(all.replaceAll(VISITOR.email, '')).not.toMatch(/canary|evil|money/i);
  });
});

describe('the notification', () => {
  it('tells the desk the whole enquiry, and where it is in the panel', async () => {
    const { reference, documentId } = await storeAndAnnounce(running.strapi, {
      phone: '+44 20 0000',
      company: 'Example Ltd',
      visitorLocale: 'de',
      message: 'First line\nSecond <b>line</b>',
    });
    await runJobs(running.strapi);
    const { subject, text, html } = mailTo(server, DESK);
    expect(subject).toBe(`New enquiry ${reference}: Other`);
    const page = `${PUBLIC_URL}/admin/content-manager/collection-types/api::enquiry.enquiry/${documentId}`;
    for (const part of [VISITOR.name, VISITOR.email, '+44 20 0000', 'Example Ltd', page])
      expect(text).toContain(part);
    expect(text).toContain('> First line\n> Second <b>line</b>');
    expect(html).toContain('First line<br>\nSecond &lt;b&gt;line&lt;/b&gt;<br>');
    expect(html).toContain(`href="${page}"`);
  });

  it('is answered to the visitor', async () => {
    await storeAndAnnounce(running.strapi);
    await runJobs(running.strapi);
    const { name, email: address } = VISITOR;
    expect(mailTo(server, DESK).replyTo?.value).toEqual([{ name, address }]);
  });

  it('goes to nobody where the panel names no address; the visitor hears all the same', async () => {
    await setDeskAddress(running.strapi);
    await storeAndAnnounce(running.strapi);
    await runJobs(running.strapi);
    expect(server.recipients).toEqual([[VISITOR.email]]);
    await retryJobs(running.strapi);
    expect(await waitingJobs(running.strapi)).toEqual([]);
  });
});
