import { setTimeout } from 'node:timers/promises';

import { Client } from 'pg';

import { createDatabase, type TestDatabase } from '../helpers/database';
import { startInstance, type Instance } from '../helpers/instance';
import { startProxy, type Proxy } from '../helpers/proxy';
import { enquiry } from './enquiry/enquiries';

let database: TestDatabase;
/** The network between Strapi and its database. */
let network: Proxy;
let instance: Instance;
/** A connection of the test's own, past that network. */
let client: Client;

beforeAll(async () => {
  database = await createDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  network = await startProxy(database.url);
  instance = await startInstance(network.url, { RATE_LIMIT_ENQUIRIES: '100000' });
});

afterAll(async () => {
  await client.end();
  await instance.stop();
  await network.cut();
  await database.drop();
});

const unavailable = {
  data: null,
  error: {
    status: 503,
    name: 'ServiceUnavailableError',
    message: 'The service is not available at the moment. Try again in a few seconds.',
    details: {},
  },
};

const send = () => instance.request.post('/api/enquiries').send({ data: enquiry() });

async function countEnquiries(): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM enquiries',
  );
  return rows[0]?.count ?? NaN;
}

/** Resolves when some connection waits for a lock. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rowCount) return;
    await setTimeout(20);
  }
}

/** Signs in as the first administrator; the headers of requests that they send. */
async function signInAsAdministrator(): Promise<{ Authorization: string }> {
  const { body } = await instance.request.post('/admin/register-admin').send({
    firstname: 'First',
    lastname: 'Example',
    email: 'first@example.org',
    password: 'A-long-passphrase-1',
  });
  return { Authorization: `Bearer ${body.data.token}` };
}

/** Signs in as a new member; the headers of requests that they send. */
async function signInAsMember(): Promise<{ Authorization: string }> {
  const { body } = await instance.request
    .post('/api/auth/local/register')
    .send({ username: 'member', email: 'member@example.org', password: 'A-long-passphrase-1' });
  return { Authorization: `Bearer ${body.jwt}` };
}

it('answers 503, lives on and recovers by itself while the database is away', async () => {
  const administrator = await signInAsAdministrator();
  const member = await signInAsMember();
  const own = () => instance.request.get('/api/users/me').set(member);
  const panel = () => instance.request.get('/admin/users/me').set(administrator);
  await Promise.all([own().expect(200), panel().expect(200), send().expect(201)]);

  await network.cut();
  const answers = await Promise.all(Array.from({ length: 12 }, () => send()));
  for (const { status, body, headers } of answers) {
    expect({ status, body }).toEqual({ status: 503, body: unavailable });
    expect(headers['retry-after']).toBe('5');
  }
  await instance.request.get('/api/blogs').expect(503, unavailable);
  // Nobody is taken for somebody who has signed out.
  await own().expect(503, unavailable);
  await panel().expect(503, unavailable);
  await instance.request.get('/_health').expect(204);

  await network.mend();
  await Promise.all([own().expect(200), panel().expect(200), send().expect(201)]);
  expect(await countEnquiries()).toBe(2);
});

it('never answers 201 for an enquiry whose transaction was cut off', async () => {
  const before = await countEnquiries();
  await client.query('BEGIN');
  await client.query('LOCK TABLE enquiries IN EXCLUSIVE MODE');
  const answer = send().then(({ status }) => status);
  await someoneWaits();
  await network.cut();
  expect(await answer).toBe(503);
  await client.query('COMMIT');
  expect(await countEnquiries()).toBe(before);

  await network.mend();
  await send().expect(201);
});
