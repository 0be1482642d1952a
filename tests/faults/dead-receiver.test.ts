import { createDatabase, type TestDatabase } from '../helpers/database';
import { printFigures } from '../helpers/faults/figures';
import { startLoad } from '../helpers/faults/load';
import { Scenario } from '../helpers/faults/scenario';

/** Waits of the schedule after each failed attempt, in seconds, as the contract has them. */
const WAITS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

/** A day takes nine seconds: the waits are long enough to be measured, the first one aside. */
const SCALE = 1 / 10_000;
/** Waits below this many milliseconds are too short to be kept to a fifth. */
const MEASURABLE = 1500;
/** Jobs start when a worker looks for them, in milliseconds: on top of every wait. */
const POLL = 100;

let database: TestDatabase;
let scenario: Scenario;

beforeAll(async () => {
  database = await createDatabase();
  scenario = await Scenario.start(database.url, 1, {
    'plugin::webhooks.scheduleScale': SCALE,
    'plugin::jobs.pollMilliseconds': POLL,
  });
});

afterAll(async () => {
  await scenario.stop();
  await database.drop();
});

it('tries a dead receiver on schedule, gives up where it says so, and recovers all by replay', async () => {
  const receiver = await scenario.startReceiver('receiver');
  await receiver.behave({ kind: 'status', status: 500 });
  const administrator = await scenario.administrator();
  const { ledger } = scenario;
  const load = startLoad({ address: () => scenario.anyInstance().url, rate: 10, ledger });
  await administrator.until(receiver.endpoint, ({ waiting }) => waiting >= 20);
  const { sent } = await load.finish();

  await administrator.until(receiver.endpoint, ({ dead }) => dead === sent);
  const deviations: number[] = [];
  for (const { id } of await administrator.deliveries(receiver.endpoint)) {
    const attempts = await administrator.attempts(id);
    expect(attempts).toHaveLength(WAITS.length + 1);
    attempts.slice(1).forEach((attempt, place) => {
      const planned = (WAITS[place] ?? 0) * 1000 * SCALE;
      const waited = Date.parse(attempt.at) - Date.parse(attempts[place]?.at ?? '');
      if (planned >= MEASURABLE) deviations.push(Math.abs(waited - POLL / 2 - planned) / planned);
    });
  }
  expect(Math.max(...deviations)).toBeLessThanOrEqual(0.2);
  expect(receiver.receipts()).toEqual([]);

  await receiver.behave({ kind: 'accept' });
  expect(await administrator.replayDead(receiver.endpoint)).toBe(sent);
  await scenario.untilDelivered(receiver.endpoint);
  const { breaches, ...verdict } = await scenario.judge(receiver);
  printFigures('a receiver dead for the whole schedule, then back', {
    ...verdict,
    'largest deviation from the schedule in %': Math.round(Math.max(...deviations) * 100),
    lost: breaches.length,
  });
  expect(breaches).toEqual([]);
});
