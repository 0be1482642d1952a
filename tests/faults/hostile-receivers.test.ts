import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createDatabase, type TestDatabase } from '../helpers/database';
import { percentile, printFigures } from '../helpers/faults/figures';
import { startLoad } from '../helpers/faults/load';
import type { Behaviour, Receiver } from '../helpers/faults/receiver';
import { isFullRun, Scenario } from '../helpers/faults/scenario';

/** Time of each half of the comparison, in milliseconds. */
const DURATION = isFullRun ? 60_000 : 15_000;
/** Enquiries per second: what one instance serves without sweat, with eight receivers of each. */
const RATE = 5;
const MEBIBYTE = 1024 * 1024;
/**
 * Milliseconds below which a delay is the machine's own: its other work doubles a few milliseconds
 * just as hostile receivers would. The full run has the machine for itself.
 */
const NOISE = isFullRun ? 50 : 200;

let database: TestDatabase;
let scenario: Scenario;

beforeAll(async () => {
  database = await createDatabase();
  scenario = await Scenario.start(database.url, 1);
});

afterAll(async () => {
  await scenario.stop();
  await database.drop();
});

/** A server of a private address that must never be reached. */
async function startTrap() {
  let visits = 0;
  const server = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
  server.on('connection', () => (visits += 1));
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, visits: () => visits, stop: () => server.close() };
}

/** Sends enquiries for a while; how long each took from its answer to the receiver. */
async function measureDelays(receiver: Receiver): Promise<number[]> {
  const before = receiver.receipts().length;
  const known = scenario.ledger.read().length;
  const load = startLoad({
    address: () => scenario.anyInstance().url,
    rate: RATE,
    ledger: scenario.ledger,
  });
  await wait(DURATION);
  const { sent } = await load.finish();
  while (receiver.receipts().length < before + sent) await wait(100);
  const answeredAt = new Map(
    scenario.ledger
      .read()
      .slice(known)
      .filter(([word]) => word === 'stored')
      .map(([, , reference = '', at]) => [reference, Number(at)]),
  );
  return receiver
    .receipts()
    .slice(before)
    .map(({ reference, at }) => Math.max(at - (answeredAt.get(reference) ?? at), 0));
}

it('delivers to a healthy receiver as fast beside hostile ones, and stays small', async () => {
  const healthy = await scenario.startReceiver('healthy');
  const trap = await startTrap();
  const [instance] = scenario.instances;
  if (!instance) throw new Error('An instance should be up.');
  await measureDelays(healthy);
  const alone = percentile(await measureDelays(healthy), 0.95);

  const hostile: Record<string, Behaviour> = {
    hang: { kind: 'hang' },
    trickle: { kind: 'trickle' },
    endless: { kind: 'endless' },
    redirect: { kind: 'redirect', location: trap.url },
    500: { kind: 'status', status: 500 },
    410: { kind: 'status', status: 410 },
    429: { kind: 'status', status: 429 },
  };
  const gone: string[] = [];
  for (const [name, behaviour] of Object.entries(hostile)) {
    const receiver = await scenario.startReceiver(name);
    await receiver.behave(behaviour);
    if (name === '410') gone.push(receiver.endpoint);
  }
  // What grows without end goes on growing; what a first turn needs does not.
  await measureDelays(healthy);
  const memoryBefore = await instance.readMemory();
  const beside = percentile(await measureDelays(healthy), 0.95);
  const growth = ((await instance.readMemory()) - memoryBefore) / MEBIBYTE;

  const { breaches, ...verdict } = await scenario.judge(healthy);
  printFigures('hostile receivers', {
    ...verdict,
    'p95 ms alone': alone,
    'p95 ms beside them': beside,
    'memory growth in MiB': Math.round(growth),
    'visits where a redirect led': trap.visits(),
    lost: breaches.length,
  });
  trap.stop();
  expect(breaches).toEqual([]);
  expect(trap.visits()).toBe(0);
  expect(growth).toBeLessThan(50);
  expect(beside).toBeLessThanOrEqual(Math.max(2 * alone, NOISE));
  for (const id of gone) {
    expect(await (await scenario.administrator()).read(id)).toMatchObject({
      enabled: false,
      disabledReason: 'gone',
    });
  }
});
