import { startWebhooks, type WebhookTest } from './webhooks';

let test: WebhookTest;

beforeAll(async () => {
  test = await startWebhooks();
});

afterAll(() => test.stop());

afterEach(async () => {
  await test.strapi.db.connection.raw('TRUNCATE webhook_endpoints, webhook_events CASCADE');
});

const run = (sql: string) => test.strapi.db.connection.raw<{ rows: { count: string }[] }>(sql);

/** All events happened longer ago than they are kept. */
const grow = () => run(`UPDATE webhook_events SET occurred_at = now() - interval '91 days'`);

async function cleanUp() {
  await run(`SELECT graphile_worker.add_job('webhooks.clean-up')`);
  await test.deliver();
}

async function countEvents(): Promise<number> {
  const { rows } = await run('SELECT count(*) FROM webhook_events');
  return Number(rows[0]?.count);
}

describe('an event older than ninety days', () => {
  it('is forgotten when it has been delivered, and a younger one is not', async () => {
    await test.createEndpoint();
    await test.emit();
    await test.deliver();
    await grow();
    await test.emit();
    await test.deliver();
    await cleanUp();
    expect(await countEvents()).toBe(1);
  });

  it('stays while it is on its way', async () => {
    const { id } = await test.createEndpoint({ url: 'http://127.0.0.1:9/' });
    await test.emit();
    await test.deliver();
    await grow();
    await cleanUp();
    expect(await test.listDeliveries(id)).toMatchObject([{ state: 'waiting' }]);
  });

  it('stays when it is being replayed at that moment', async () => {
    const { id } = await test.createEndpoint();
    await test.emit();
    await test.deliver();
    await grow();
    const replay = await test.strapi.db.connection.transaction();
    await replay.raw(`UPDATE webhook_deliveries SET state = 'waiting', next_attempt_at = now()`);
    await cleanUp();
    await replay.commit();
    expect(await test.listDeliveries(id)).toHaveLength(1);
  });

  it('that is parked becomes dead, and is forgotten one night later', async () => {
    const { id } = await test.createEndpoint({ enabled: false });
    await test.emit();
    await grow();
    await cleanUp();
    expect(await test.listDeliveries(id)).toMatchObject([
      { state: 'dead', lastError: expect.stringContaining('disabled') },
    ]);
    await cleanUp();
    expect(await countEvents()).toBe(0);
  });
});

describe('a secret that was replaced', () => {
  it('is forgotten when it has expired', async () => {
    const { id } = await test.createEndpoint();
    await test.request.post(`/webhooks/endpoints/${id}/rotate`).set(test.administrator).expect(200);
    const count = 'SELECT count(previous_secret) FROM webhook_endpoints';
    await cleanUp();
    expect((await run(count)).rows).toEqual([{ count: '1' }]);
    await run(`UPDATE webhook_endpoints SET previous_secret_expires_at = now()`);
    await cleanUp();
    expect((await run(count)).rows).toEqual([{ count: '0' }]);
  });
});
