import { createDatabase, type TestDatabase } from '../helpers/database';
import { printFigures } from '../helpers/faults/figures';
import { startLoad } from '../helpers/faults/load';
import { isFullRun, Scenario } from '../helpers/faults/scenario';

const KILLS = isFullRun ? 10 : 2;
/** Deliveries that one endpoint has in flight at most: the plugin's own default. */
const IN_FLIGHT = 20;
/** Longest wait for what a killed process had in flight to be sent again, in milliseconds. */
const RESENT_WITHIN = 60_000;

let database: TestDatabase;
let scenario: Scenario;

beforeAll(async () => {
  database = await createDatabase();
  scenario = await Scenario.start(database.url, 0);
});

afterAll(async () => {
  await scenario.stop();
  await database.drop();
});

it('sends again what was delivered but not recorded when its process was killed', async () => {
  // It takes the enquiries and does no jobs: the one that delivers is known.
  const intake = await scenario.startInstance({ CRON_ENABLED: 'false' });
  const receiver = await scenario.startReceiver('receiver');
  const waits: number[] = [];
  for (let kills = 0; kills < KILLS; kills += 1) {
    const deliverer = await scenario.startInstance();
    await receiver.behave({ kind: 'accept', killed: deliverer.pid, killsAfter: 10 });
    const killed = receiver.hasKilled();
    const load = startLoad({ address: () => intake.url, rate: 20, ledger: scenario.ledger });
    await killed;
    const killedAt = Date.now();
    await scenario.kill(deliverer);
    await load.finish();
    const successor = await scenario.startInstance();
    await scenario.untilDelivered(receiver.endpoint);
    waits.push(Date.now() - killedAt);
    await scenario.kill(successor);
  }

  const { breaches, ...verdict } = await scenario.judge(receiver);
  printFigures(`${KILLS} killed between the receiver's 2xx and the record of it`, {
    ...verdict,
    'longest ms until all was delivered': Math.max(...waits),
    lost: breaches.length,
  });
  expect(breaches).toEqual([]);
  expect(verdict.duplicates).toBeGreaterThan(0);
  expect(verdict.duplicates).toBeLessThanOrEqual(KILLS * IN_FLIGHT);
  expect(Math.max(...waits)).toBeLessThan(RESENT_WITHIN);
});
