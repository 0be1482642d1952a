import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { simpleParser } from 'mailparser';

import { runJobs, waitingJobs } from '../../helpers/jobs';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { VISITOR } from '../enquiry/enquiries';
import { DESK, setDeskAddress, storeAndAnnounce } from './mailing';

let folder: string;
let running: RunningStrapi;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'Outbox-'));
  running = await startStrapi({
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    PUBLIC_URL: 'https://academy.example.org',
    MAIL_OUTBOX: path.join(folder, 'mails'),
  });
  await setDeskAddress(running.strapi, DESK);
});

afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true });
});

async function readOutbox() {
  const outbox = path.join(folder, 'mails');
  const files = (await readdir(outbox)).toSorted();
  const mails = await Promise.all(
    files.map(async (file) => simpleParser(await readFile(path.join(outbox, file)))),
  );
  return { outbox, files, mails };
}

it('keeps every mail as a file where there is no SMTP server', async () => {
  const { reference } = await storeAndAnnounce(running.strapi, { visitorLocale: 'fr' });
  await runJobs(running.strapi);
  expect(await waitingJobs(running.strapi)).toEqual([]);
  const { files, mails } = await readOutbox();
  expect(files).toHaveLength(2);
  for (const file of files) expect(file).toMatch(/^\d{4}-\d\d-\d\dT[\d-]+Z-[0-9a-f]{8}\.eml$/);
  const confirmation = mails.find(({ to }) => to && 'text' in to && to.text === VISITOR.email);
  expect(confirmation?.subject).toBe(`Nous avons bien reçu votre demande ${reference}`);
  expect(confirmation?.from?.value).toEqual([
    { name: 'academy.example.org', address: 'no-reply@academy.example.org' },
  ]);
});

it('keeps them for the operator alone', async () => {
  await storeAndAnnounce(running.strapi);
  await runJobs(running.strapi);
  const { outbox, files } = await readOutbox();
  expect((await stat(outbox)).mode & 0o777).toBe(0o700);
  for (const file of files) expect((await stat(path.join(outbox, file))).mode & 0o777).toBe(0o600);
});

it('takes the mails of the rest of Strapi, too', async () => {
  const { files } = await readOutbox();
  await running.strapi.plugin('email').service('email').send({
    to: 'member@example.org',
    subject: 'Reset your password',
    text: 'Here',
  });
  const { files: after, mails } = await readOutbox();
  expect(after).toHaveLength(files.length + 1);
  expect(mails.at(-1)?.subject).toBe('Reset your password');
});
