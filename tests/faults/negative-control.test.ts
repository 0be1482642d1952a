import { setTimeout as wait } from 'node:timers/promises';
import { createDatabase, type TestDatabase } from '../helpers/database';
import { printFigures } from '../helpers/faults/figures';
import { startLoad } from '../helpers/faults/load';
import { Scenario } from '../helpers/faults/scenario';

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

it('finds out when deliveries are dropped and enquiries are lost: a negative control', async () => {
  const receiver = await scenario.startReceiver('receiver');
  await receiver.behave({ kind: 'accept', dropped: 0.3 });
  const { ledger } = scenario;
  const load = startLoad({ address: () => scenario.anyInstance().url, rate: 20, ledger });
  await wait(3000);
  await load.finish();
  await scenario.untilDelivered(receiver.endpoint);
  ledger.write('stored', 'key-of-an-enquiry-that-is-not-there', 'ENQ-2026-999999');

  const { breaches, kept, received } = await scenario.judge(receiver);
  printFigures('negative control: deliveries dropped on purpose', {
    kept,
    received,
    lost: breaches.length,
  });
  expect(received).toBeLessThan(kept);
  expect(breaches).toHaveLength(kept - received + 1);
});
