import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';
import type { Workers } from '../../src/plugins/jobs/server/src/services/workers';
import type { Webhooks } from '../../src/plugins/webhooks/accessor';
import { signInToWebhooks, type WebhookAdministrator } from '../helpers/faults/endpoint';
import { printFigures } from '../helpers/faults/figures';
import { startReceiver, type Receiver } from '../helpers/faults/receiver';
import { startStrapi, type RunningStrapi } from '../helpers/strapi';

/** Events that are stored before the clock starts. */
const COUNT = 10_000;
/** Requests at a time: the plugin's own default. */
const CONNECTIONS = 20;

let folder: string;
let running: RunningStrapi;
let receiver: Receiver;
let administrator: WebhookAdministrator;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'prospectus-bench-'));
  running = await startStrapi({ WEBHOOKS_ALLOW_PRIVATE_TARGETS: 'true' });
  administrator = await signInToWebhooks(() => running.request);
  receiver = await startReceiver(path.join(folder, 'receipts'));
  await receiver.behave({ kind: 'status', status: 204 });
});

afterAll(async () => {
  await running.stop();
  await receiver.stop();
  await rm(folder, { recursive: true });
});

/** Does a piece of work for each number, some at a time. */
async function forEach(count: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const place = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, place));
}

/** How often a second something is done that is done so many times. */
async function measureRate(count: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round((count * 1000) / (performance.now() - start));
}

const dataOf = (number: number) => ({
  documentId: `document-${number}`,
  reference: `ENQ-2026-${number}`,
  kind: 'training',
  locale: 'en',
});

/** Nothing but the same requests to the same receiver. */
async function measureBareLoop(): Promise<number> {
  const { origin, pathname } = new URL(receiver.url);
  const pool = new Pool(origin, { connections: CONNECTIONS });
  const rate = await measureRate(COUNT, () =>
    forEach(COUNT, async (number) => {
      const body = JSON.stringify({ type: 'enquiry.created', data: dataOf(number) });
      const headers = { 'content-type': 'application/json', 'webhook-id': `msg_${number}` };
      const response = await pool.request({ path: pathname, method: 'POST', headers, body });
      await response.body.dump();
    }),
  );
  await pool.close();
  return rate;
}

async function storeEvents(): Promise<void> {
  const outbox = running.strapi.service('plugin::webhooks.outbox') as unknown as Webhooks;
  await forEach(COUNT, (number) =>
    outbox.emit({
      type: 'enquiry.created',
      data: dataOf(number),
      personalData: { name: `Visitor ${number}`, message: 'A question. '.repeat(30) },
    }),
  );
}

it('delivers what is stored to a fast receiver', async () => {
  const { id } = await administrator.create('receiver', receiver.url);
  await storeEvents();
  const workers = running.strapi.service('plugin::jobs.workers') as unknown as Workers;
  const before = await measureBareLoop();
  const rate = await measureRate(COUNT, async () => {
    workers.start();
    while ((await administrator.read(id)).health.waiting > 0) await wait(50);
  });
  const after = await measureBareLoop();
  printFigures('webhooks', {
    'deliveries/s': rate,
    'bare undici loop/s': `${before} and ${after}`,
    ratio: ((2 * rate) / (before + after)).toFixed(2),
  });
  const { health } = await administrator.read(id);
  expect(health).toMatchObject({ waiting: 0, dead: 0, failureRate: 0 });
});
