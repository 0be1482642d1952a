import type { Core } from '@strapi/strapi';
import { signIn, signInToPanel } from '../../helpers/accounts';
import { untilIdle, type RunningStrapi } from '../../helpers/strapi';
import { status } from '../../helpers/webhook-receiver';
import { answer, publishPolicy } from '../consent/consents';
import type { MailServer } from '../mail/mail-server';
import { retryJobs, setDeskAddress } from '../mail/mailing';
import type { WebhookTest } from '../webhooks/webhooks';

/** What the person writes, recognisable wherever it turns up; and what is written about them. */
export const CANARY = {
  name: 'Quokka Zanzibar-Smythe',
  email: 'quokka.zanzibar@marsupial-canary.example',
  phone: '+33 199 887 04 17',
  company: 'Wombat & Söhne GmbH',
  message: 'My parakeet <needs> 7 lessons; ökay? "Yes"',
};

/** What the desk notes about them. */
export const NOTE = 'Echidna called back about the platypus';

/** What they write with. */
export const BROWSER = 'Bandicoot/9.1 (Burrow; rv:7)';

/** Where the person is not one of those who send enquiries. */
const MEMBER_NAME = 'member-of-the-journey';

const PANEL_LIST = '/content-manager/collection-types/api::enquiry.enquiry';

/** Makes a table fail while some work is done. */
async function withoutTable<T>(
  strapi: Core.Strapi,
  table: string,
  work: () => Promise<T>,
): Promise<T> {
  const { connection } = strapi.db;
  await untilIdle(strapi);
  await connection.raw(`ALTER TABLE ${table} RENAME TO ${table}_gone`);
  try {
    return await work();
  } finally {
    await untilIdle(strapi);
    await connection.raw(`ALTER TABLE ${table}_gone RENAME TO ${table}`);
  }
}

/** What the visitor does, right and wrong. */
async function visit({ request, strapi }: RunningStrapi): Promise<string> {
  const data = { kind: 'other', ...CANARY, source: { page: '/contact' } };
  const send = (changes: object = {}) =>
    request
      .post('/api/enquiries')
      .set('Idempotency-Key', 'key-of-the-journey')
      .send({ data: { ...data, ...changes } });

  await send({ email: `${CANARY.email}@`, unknown: CANARY.message }).expect(400);
  await request
    .post('/api/enquiries')
    .set('Content-Type', 'application/json')
    .send(`{"data": ${CANARY.message}`)
    .expect(400);
  await withoutTable(strapi, 'components_enquiry_sources', () => send().expect(500));
  await withoutTable(strapi, 'enquiries', () => send().expect(500));
  await withoutTable(strapi, 'enquiry_idempotency_keys', () => send().expect(500));

  const { body } = await send().expect(201);
  await send().expect(201);
  await send({ message: 'Another body' }).expect(422);
  const spam = { ...data, website: 'https://spam.example', message: `${CANARY.message} again` };
  await request.post('/api/enquiries').send({ data: spam }).expect(201);
  return body.data.reference as string;
}

/**
 * The person becomes a member, right and wrong, and answers to the cookie notice before and after.
 * @returns the receipt of the first answer, which nothing else ties to them
 */
async function join(running: RunningStrapi): Promise<string> {
  const { request, strapi } = running;
  const { email } = CANARY;
  const account = { username: MEMBER_NAME, email, password: 'Parakeet-password-7' };
  const register = () => request.post('/api/auth/local/register').send(account);
  const credentials = { identifier: email, password: account.password };
  await withoutTable(strapi, 'up_users', () => register().expect(500));
  await register();
  await register();
  await strapi.db
    .query('plugin::users-permissions.user')
    .update({ where: { email }, data: { confirmed: true } });
  await request
    .post('/api/auth/local')
    .send({ ...credentials, password: 'wrong' })
    .expect(400);
  const signedIn = await request.post('/api/auth/local').send(credentials).expect(200);
  await publishPolicy(strapi);
  const anonymous = await answer(running, {}, { 'User-Agent': BROWSER }).expect(201);
  const headers = { 'User-Agent': BROWSER, Authorization: `Bearer ${signedIn.body.jwt}` };
  await answer(running, { page: '/contact' }, headers).expect(201);
  await request.post('/api/auth/forgot-password').send({ email });
  return anonymous.body.data.receipt as string;
}

/** What the desk does, by the API and in the panel. */
async function work(running: RunningStrapi, reference: string): Promise<void> {
  const { request, strapi } = running;
  const desk = await signIn(strapi, 'enquiry-desk');
  const get = (path: string) => request.get(`/api/enquiries${path}`).set(desk);
  const { body } = await get(`?filters[reference]=${reference}`).expect(200);
  const { documentId } = body.data[0] as { documentId: string };
  const change = (data: object) =>
    request.put(`/api/enquiries/${documentId}`).set(desk).send({ data });
  await change({ status: 'open', notes: NOTE }).expect(200);
  await change({ status: CANARY.name, notes: NOTE }).expect(400);
  await withoutTable(strapi, 'components_enquiry_notes', () => change({ notes: NOTE }).expect(500));

  const address = encodeURIComponent(CANARY.email);
  const found = await get(`?filters[email]=${address}`).expect(200);
  expect(found.body.meta.pagination.total).toBe(2);
  await get(`?filters[name][$contains]=${encodeURIComponent(CANARY.name)}`).expect(400);
  await withoutTable(strapi, 'enquiries', () => get(`?filters[email]=${address}`).expect(500));

  const csv = await get('/export.csv').expect(200);
  expect(csv.text).toContain(CANARY.name);

  const { credentials } = await signInToPanel(running, 'enquiry-desk');
  const list = () => request.get(`${PANEL_LIST}?_q=${address}`).set(credentials);
  expect((await list().expect(200)).body.results).toHaveLength(2);
  await withoutTable(strapi, 'enquiries', () => list().expect(500));
}

/** Mails and webhooks go out, after failures whose words repeat what they were sent. */
async function tellOthers(test: WebhookTest, mails: MailServer): Promise<void> {
  const message = `mailbox of ${CANARY.name} <${CANARY.email}> unavailable`;
  mails.refusal = { at: 'RCPT', code: 450, message };
  test.receiver.answer((response, { body }) => response.writeHead(500).end(body));
  await test.deliver();
  mails.refusal = { at: 'RCPT', code: 550, message };
  await retryJobs(test.strapi);
  mails.refusal = undefined;
  test.receiver.answer(status(200, CANARY.message));
  await test.passTime();
  await test.deliver();
  expect(test.receiver.received.some(({ body }) => body.includes(CANARY.email))).toBe(true);
}

/**
 * Everything that happens to what a person writes, from their first enquiry on.
 * @returns the receipt of a consent
 */
export async function travel(test: WebhookTest, mails: MailServer): Promise<string> {
  await setDeskAddress(test.strapi, 'desk@example.org');
  await test.createEndpoint({ receivesPersonalData: true });
  const reference = await visit(test);
  const receipt = await join(test);
  await tellOthers(test, mails);
  await work(test, reference);
  await test.deliver();
  return receipt;
}
