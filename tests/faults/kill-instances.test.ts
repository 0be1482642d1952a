import { setTimeout as wait } from 'node:timers/promises';
import { createDatabase, type TestDatabase } from '../helpers/database';
import { percentile, printFigures } from '../helpers/faults/figures';
import { startLoad } from '../helpers/faults/load';
import { isFullRun, Scenario } from '../helpers/faults/scenario';

const KILLS = isFullRun ? 50 : 4;
/** Enquiries per second. */
const RATE = isFullRun ? 30 : 15;

let database: TestDatabase;
let scenario: Scenario;

beforeAll(async () => {
  database = await createDatabase();
  scenario = await Scenario.start(database.url, 2);
});

afterAll(async () => {
  await scenario.stop();
  await database.drop();
});

it('loses no enquiry and no delivery when instances are killed', async () => {
  const receiver = await scenario.startReceiver('receiver');
  const load = startLoad({
    address: () => scenario.anyInstance().url,
    rate: RATE,
    ledger: scenario.ledger,
  });
  for (let kills = 0; kills < KILLS; kills += 1) {
    await wait(500 + Math.random() * 1500);
    await scenario.kill(scenario.anyInstance());
    await scenario.startInstance();
  }
  const figures = await load.finish();
  await scenario.untilDelivered(receiver.endpoint);

  const { breaches, ...verdict } = await scenario.judge(receiver);
  printFigures(`${KILLS} instances killed at ${RATE} enquiries/s`, {
    ...verdict,
    'unknown outcomes': figures.unknown,
    'p95 ms to the answer': percentile(figures.milliseconds, 0.95),
    lost: breaches.length,
  });
  expect(breaches).toEqual([]);
  expect(figures.contradictions).toEqual([]);
  expect(verdict.kept).toBe(figures.sent);
});
