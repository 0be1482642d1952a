import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ensureAdministrator } from '../../scripts/demo/administrator';
import { loadFirstContent, needsContent } from '../../scripts/demo/first-content';
import { startStrapi, type RunningStrapi } from '../helpers/strapi';

/** What `strapi admin:reset-user-password` calls. */
interface AdminUsers {
  resetPasswordByEmail(email: string, password: string): Promise<void>;
}

let running: RunningStrapi;
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'demo-'));
  file = path.join(folder, 'data/login.json');
  running = await startStrapi();
});

afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true });
});

async function signIn(login: object) {
  return running.request.post('/admin/login').send(login);
}

it('makes an administrator who can sign in, and keeps the login for its owner only', async () => {
  const administrator = await ensureAdministrator(running.strapi, file);
  const { email, password } = JSON.parse(await readFile(file, 'utf8'));
  expect(administrator).toEqual({ isKnown: true, email, password });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await signIn({ email, password })).status).toBe(200);
});

it('shows the same login again', async () => {
  const before = await readFile(file, 'utf8');
  expect(await ensureAdministrator(running.strapi, file)).toMatchObject(JSON.parse(before));
  expect(await readFile(file, 'utf8')).toBe(before);
});

it('does not pretend to know a password that was changed since', async () => {
  const { email } = JSON.parse(await readFile(file, 'utf8'));
  const users = running.strapi.service('admin::user') as AdminUsers;
  await users.resetPasswordByEmail(email, 'Changed-2-mine');
  expect(await ensureAdministrator(running.strapi, file)).toEqual({ isKnown: false, email });
});

it('does not know the login of an administrator whom somebody else made', async () => {
  const other = path.join(folder, 'none.json');
  expect(await ensureAdministrator(running.strapi, other)).toEqual({ isKnown: false });
  await expect(readFile(other)).rejects.toThrow(/ENOENT/);
});

it('asks for content while the database is new or a loading was interrupted, and never again', async () => {
  const { strapi } = running;
  expect(await needsContent(strapi)).toBe(true);
  const interrupted = loadFirstContent(strapi, () => Promise.reject(new Error('power cut')));
  await expect(interrupted).rejects.toThrow('power cut');
  expect(await needsContent(strapi)).toBe(true);
  await loadFirstContent(strapi, () => Promise.resolve());
  expect(await needsContent(strapi)).toBe(false);
});
