import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { parsePrivacyKeys } from '../../config/environment/privacy-keys';
import { encryptCell } from '../../src/plugins/privacy/server/src/crypto/cell';
import { KeyRing } from '../../src/plugins/privacy/server/src/crypto/key-ring';
import { blindIndex } from '../../src/plugins/privacy/server/src/crypto/keyed-hash';
import { createDatabase, type TestDatabase } from '../helpers/database';
import { percentile, printFigures } from '../helpers/faults/figures';
import { startLoad } from '../helpers/faults/load';
import { Scenario } from '../helpers/faults/scenario';

const COUNT = 10_000;
/** Enquiries per second meanwhile. */
const RATE = 15;
const LAUNCHER = path.resolve(__dirname, '../../scripts/run.mjs');

const former = process.env.PRIVACY_KEYS ?? '';
let database: TestDatabase;
let client: Client;
let scenario: Scenario;

/** Stores enquiries as instances with the former key would have. */
async function storeMany(): Promise<void> {
  const keys = new KeyRing(parsePrivacyKeys(former));
  const rows = Array.from({ length: COUNT }, (_, index) => {
    const row = `rotated${String(index).padStart(17, '0')}`;
    const seal = (column: string, text: string) =>
      encryptCell(text, { table: 'enquiries', column, row }, keys);
    const email = `stored-${index}@example.org`;
    return {
      document_id: row,
      reference: `ENQ-2020-${String(index).padStart(6, '0')}`,
      name: seal('name', `Visitor ${index}`),
      email: seal('email', email),
      email_blind_index: blindIndex(email, { table: 'enquiries', column: 'email' }, keys),
      message: seal('message', `Question ${index}. `.repeat(20)),
    };
  });
  await client.query(
    `INSERT INTO enquiries (document_id, reference, name, email, email_blind_index, message, kind,
       state, created_at, published_at)
     SELECT document_id, reference, name, email, email_blind_index, message, 'other', 'open',
       now(), now()
     FROM json_populate_recordset(NULL::enquiries, $1)`,
    [JSON.stringify(rows)],
  );
}

/** How many values of enquiries the newest key protects, and how many another one. */
async function countKeys(): Promise<{ newest: number; others: number }> {
  const { rows } = await client.query<{ newest: string; others: string }>(
    `SELECT count(*) FILTER (WHERE value LIKE 'v1.newest.%') AS newest,
       count(*) FILTER (WHERE value NOT LIKE 'v1.newest.%') AS others
     FROM enquiries, unnest(ARRAY[name, email, message]) AS value`,
  );
  return { newest: Number(rows[0]?.newest), others: Number(rows[0]?.others) };
}

function startRotation() {
  const child = spawn(process.execPath, [LAUNCHER, 'keys-rotate'], {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, output }));
  return { kill: () => child.kill('SIGKILL'), ended };
}

/** Waits until some of the values have been encrypted anew. */
async function untilUnderWay(): Promise<void> {
  while ((await countKeys()).newest < COUNT / 10) await wait(20);
}

beforeAll(async () => {
  database = await createDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  await storeMany();
  process.env.PRIVACY_KEYS = `newest:${randomBytes(32).toString('base64')},${former}`;
  scenario = await Scenario.start(database.url, 2);
});

afterAll(async () => {
  process.env.PRIVACY_KEYS = former;
  await scenario.stop();
  await client.end();
  await database.drop();
});

it('changes keys under load, and goes on after it was killed, without a failed request', async () => {
  const receiver = await scenario.startReceiver('receiver');
  const load = startLoad({
    address: () => scenario.anyInstance().url,
    rate: RATE,
    ledger: scenario.ledger,
  });
  const first = startRotation();
  await untilUnderWay();
  first.kill();
  await first.ended;
  const between = await countKeys();
  const started = Date.now();
  const { code, output } = await startRotation().ended;
  const milliseconds = Date.now() - started;
  const figures = await load.finish();
  await scenario.untilDelivered(receiver.endpoint);

  const { breaches, ...verdict } = await scenario.judge(receiver);
  // Those that were stored beforehand have not been sent by anybody.
  const lost = breaches.filter((breach) => !breach.includes(' ENQ-2020-'));
  printFigures(`${COUNT} enquiries under new keys`, {
    'values left when killed': between.others,
    'ms of the second run': milliseconds,
    answers: JSON.stringify(figures.statuses),
    'failed requests': figures.unknown,
    'p95 ms to the answer': percentile(figures.milliseconds, 0.95),
    sent: verdict.sent,
    received: verdict.received,
    lost: lost.length,
  });
  expect(code).toBe(0);
  expect(output).toMatch(/Nothing in this database needs "tests" any more/);
  expect(between.others).toBeGreaterThan(0);
  expect((await countKeys()).others).toBe(0);
  expect(figures.unknown).toBe(0);
  expect(Object.keys(figures.statuses)).toEqual(['201']);
  expect(lost).toEqual([]);
});
