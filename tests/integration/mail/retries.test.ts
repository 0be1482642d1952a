import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

import { mailAboutEnquiry } from '../../../src/mail/enquiry-mail';
import { runJobs, waitingJobs } from '../../helpers/jobs';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { enquiry, removeEnquiries, VISITOR } from '../enquiry/enquiries';
import { mailTo, startMailServer, type MailServer } from './mail-server';
import { retryJobs, storeAndAnnounce } from './mailing';

const HOUR = 60 * 60 * 1000;

interface Job {
  attempts: number;
  maxAttempts: number;
  runAt: Date;
}

let server: MailServer;
let running: RunningStrapi;
let errors: jest.SpyInstance;
let engine: jest.SpyInstance;

/** All that was logged, and all that the queue keeps. */
async function traces(): Promise<string> {
  const { rows } = await running.strapi.db.connection.raw(
    'SELECT payload, last_error FROM graphile_worker._private_jobs',
  );
  return JSON.stringify([errors.mock.calls, engine.mock.calls, rows]);
}

/** The job of the confirmation, while there is one. */
async function confirmation(): Promise<Job | undefined> {
  const { rows } = await running.strapi.db.connection.raw<{ rows: Job[] }>(
    `SELECT attempts, max_attempts AS "maxAttempts", run_at AS "runAt"
     FROM graphile_worker.jobs WHERE task_identifier = 'mail.confirm-enquiry'`,
  );
  return rows[0];
}

beforeAll(async () => {
  server = await startMailServer();
  running = await startStrapi({
    SMTP_URL: server.url,
    MAIL_FROM: 'Academy <no-reply@example.org>',
    RATE_LIMIT_ENQUIRIES: '100',
  });
});

afterAll(async () => {
  await running.stop();
  await server.goAway();
});

beforeEach(async () => {
  await removeEnquiries(running.strapi);
  await running.strapi.db.connection('graphile_worker._private_jobs').delete();
  Object.assign(server, { mails: [], recipients: [], attempts: 0, refusal: undefined });
  errors = jest.spyOn(running.strapi.log, 'error').mockImplementation();
  // What the engine says of a job that failed, its words among it.
  engine = jest.spyOn(running.strapi.log, 'log').mockImplementation();
});

afterEach(() => {
  errors.mockRestore();
  engine.mockRestore();
});

it('sends when the server is back that was away', async () => {
  await server.goAway();
  await storeAndAnnounce(running.strapi);
  await runJobs(running.strapi);
  expect(await confirmation()).toMatchObject({ attempts: 1 });
  expect(await traces()).toContain('ECONNREFUSED');
  expect(await traces()).not.toContain('canary');

  await server.comeBack();
  await retryJobs(running.strapi);
  expect(mailTo(server, VISITOR.email).subject).toContain('enquiry');
  expect(await waitingJobs(running.strapi)).toEqual([]);
});

it('sends over a connection that the server has closed meanwhile', async () => {
  await storeAndAnnounce(running.strapi);
  await runJobs(running.strapi);
  await server.goAway();
  await server.comeBack();
  await storeAndAnnounce(running.strapi, { email: 'second@example.org' });
  await runJobs(running.strapi);
  await retryJobs(running.strapi);
  expect(mailTo(server, 'second@example.org').subject).toContain('enquiry');
});

describe('a server that refuses', () => {
  const refusal = (at: 'MAIL' | 'RCPT' | 'DATA', code: number) => ({
    at,
    code,
    message: `5.1.1 <${VISITOR.email}> is not welcome`,
  });

  it.each(['RCPT', 'DATA'] as const)('the mail for good is not asked again: %s', async (at) => {
    server.refusal = refusal(at, 550);
    await storeAndAnnounce(running.strapi);
    await runJobs(running.strapi);
    expect(server.attempts).toBe(1);
    expect(await waitingJobs(running.strapi)).toEqual([]);
    expect(await traces()).toMatch(/confirm-enquiry\.\w{24} was refused for good: 550 5\.1\.1 at/);
    expect(await traces()).not.toContain('canary');
  });

  it.each([
    ['the mail for now', 'RCPT', 451],
    ['the sender, whom an operator can mend', 'MAIL', 550],
  ] as const)('%s is asked again', async (_, at, code) => {
    server.refusal = refusal(at, code);
    await storeAndAnnounce(running.strapi);
    await runJobs(running.strapi);
    expect(await confirmation()).toMatchObject({ attempts: 1 });
    expect(await traces()).toContain(String(code));
    expect(await traces()).not.toContain('canary');

    server.refusal = undefined;
    await retryJobs(running.strapi);
    expect(server.recipients).toEqual([[VISITOR.email]]);
  });

  it('is asked for a day at longer and longer intervals, then given up with an error', async () => {
    server.refusal = refusal('RCPT', 451);
    await storeAndAnnounce(running.strapi);
    await runJobs(running.strapi);
    let waited = 0;
    let job = await confirmation();
    while (job && job.attempts < job.maxAttempts) {
      waited += job.runAt.getTime() - Date.now();
      await retryJobs(running.strapi);
      job = await confirmation();
    }
    expect(waited / HOUR).toBeCloseTo(22, 0);
    expect(server.attempts).toBe(13);
    expect(await traces()).toMatch(/was given up after 13 attempts: 451 5\.1\.1 at RCPT TO/);
    await retryJobs(running.strapi);
    expect(server.attempts).toBe(13);
  });
});

it('repeats the Message-ID when it sends once more after a crash', async () => {
  const { documentId } = await storeAndAnnounce(running.strapi);
  await runJobs(running.strapi);
  // The crash came before the record.
  await running.strapi.db.connection('sent_mails').delete();
  await mailAboutEnquiry(documentId);
  await runJobs(running.strapi);
  const [first, second] = server.mails;
  expect(server.mails).toHaveLength(2);
  expect(second?.messageId).toBe(first?.messageId);
});

it('answers visitors while the server hangs', async () => {
  const connections: Socket[] = [];
  const silent = createServer((socket) => connections.push(socket));
  await server.goAway();
  silent.listen(Number(new URL(server.url).port), '127.0.0.1');
  await once(silent, 'listening');

  await storeAndAnnounce(running.strapi);
  const connected = once(silent, 'connection');
  const sending = runJobs(running.strapi);
  await connected;
  await running.request.post('/api/enquiries').send({ data: enquiry() }).expect(201);

  for (const socket of connections) socket.destroy();
  silent.close();
  await sending;
  expect(await confirmation()).toMatchObject({ attempts: 1 });
  await server.comeBack();
});
