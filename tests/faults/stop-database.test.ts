import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stopPostmaster } from '../../scripts/postgres/postmaster';
import { acquireServer, type Server } from '../../scripts/postgres/server';
import { printFigures } from '../helpers/faults/figures';
import { startLoad, type Load } from '../helpers/faults/load';
import { isFullRun, Scenario } from '../helpers/faults/scenario';
import { startProxy, type Proxy } from '../helpers/proxy';

const STOPS = isFullRun ? 20 : 3;
/** Longest wait for an answer while the database is away, in milliseconds. */
const REFUSES_WITHIN = 5000;
/** Time after which nearly all is well again, in milliseconds, and time in which that is measured. */
const RECOVERS_WITHIN = 10_000;
const OBSERVED = 5000;

let parent: string;
let server: Server;
let network: Proxy;
let scenario: Scenario;

const startServer = () => acquireServer({ folder: path.join(parent, 'postgres') });

beforeAll(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'prospectus-faults-'));
  // The server may run as another user.
  await chmod(parent, 0o755);
  server = await startServer();
  network = await startProxy(server.url);
  scenario = await Scenario.start(network.url, 2);
});

afterAll(async () => {
  await scenario.stop();
  await network.cut();
  await server.release();
  await rm(parent, { recursive: true });
});

/** How long each instance takes to say that it cannot serve, in milliseconds. */
async function timeRefusals(): Promise<number[]> {
  return Promise.all(
    scenario.instances.map(async ({ request }) => {
      const started = Date.now();
      await request.get('/api/blogs').expect(503);
      return Date.now() - started;
    }),
  );
}

/** Share of the tries that were answered with 201 in a span of time. */
async function shareOfSuccess(load: Load): Promise<number> {
  const count = () => {
    const { statuses, unknown } = load.figures;
    const answers = Object.values(statuses).reduce((sum, number) => sum + number, 0);
    return { stored: statuses[201] ?? 0, tries: answers + unknown };
  };
  const before = count();
  await wait(OBSERVED);
  const after = count();
  return (after.stored - before.stored) / (after.tries - before.tries);
}

it('loses nothing when PostgreSQL is stopped at once, and recovers by itself', async () => {
  const receiver = await scenario.startReceiver('receiver');
  const processes = scenario.instances.map(({ pid }) => pid);
  const { ledger } = scenario;
  const load = startLoad({ address: () => scenario.anyInstance().url, rate: 10, ledger });
  const refusals: number[] = [];
  const shares: number[] = [];
  for (let stops = 0; stops < STOPS; stops += 1) {
    await wait(1000 + Math.random() * 2000);
    await stopPostmaster(server.placement, 'immediate');
    await network.cut();
    refusals.push(...(await timeRefusals()));
    server = await startServer();
    await network.mend(server.url);
    await wait(RECOVERS_WITHIN);
    shares.push(await shareOfSuccess(load));
  }
  const figures = await load.finish();
  await scenario.untilDelivered(receiver.endpoint);

  const { breaches, ...verdict } = await scenario.judge(receiver, server.url);
  printFigures(`PostgreSQL stopped ${STOPS} times`, {
    ...verdict,
    'longest ms to 503': Math.max(...refusals),
    'least success in % afterwards': Math.round(Math.min(...shares) * 100),
    lost: breaches.length,
  });
  expect(breaches).toEqual([]);
  expect(figures.contradictions).toEqual([]);
  expect(Math.max(...refusals)).toBeLessThan(REFUSES_WITHIN);
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.95);
  expect(scenario.instances.map(({ pid }) => pid)).toEqual(processes);
  for (const { request } of scenario.instances) await request.get('/_health').expect(204);
});
