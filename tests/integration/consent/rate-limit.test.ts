import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { answer, publishPolicy, rowsOf } from './consents';

const LIMIT = 5;

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi({
    RATE_LIMIT_CONSENTS: String(LIMIT),
    TRUSTED_PROXIES: '127.0.0.1',
  });
  await publishPolicy(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

const from = (address: string) => ({ 'X-Forwarded-For': address });

it('so many requests of one address are answered, whatever they ask', async () => {
  const { body } = await answer(running, {}, from('203.0.113.1')).expect(201);
  const path = `/api/consents/${body.data.receipt}`;
  await running.request.get(path).set(from('203.0.113.1')).expect(200);
  await running.request.delete(path).set(from('203.0.113.1')).expect(200);
  await answer(running, { policyVersion: 7 }, from('203.0.113.1')).expect(400);
  await answer(running, {}, from('203.0.113.1')).expect(201);
  const { body: refusal, headers } = await answer(running, {}, from('203.0.113.1')).expect(429);
  expect(refusal.error).toMatchObject({ name: 'RateLimitError' });
  expect(Number(headers['retry-after'])).toBeGreaterThan(3500);
  expect(headers['cache-control']).toBe('no-store');
  await running.request.get(path).set(from('203.0.113.1')).expect(429);
  await answer(running, {}, from('203.0.113.2')).expect(201);
});

it('addresses are kept as keyed hashes alone', async () => {
  const subjects = await rowsOf(running.strapi, 'consent_subjects');
  const hashes = subjects.map(({ address_hash }) => address_hash);
  expect(new Set(hashes).size).toBe(2);
  for (const hash of hashes) expect(hash).toMatch(/^[\w-]{43}$/);
});
