import { startReceiver, type Receiver } from '../../helpers/webhook-receiver';
import { startWebhooks, type WebhookTest } from './webhooks';

const HANGING = 25;
/** Workers that hanging receivers may hold. */
const AT_MOST = 8;

let test: WebhookTest;
let hanging: Receiver;
let most = 0;

beforeAll(async () => {
  test = await startWebhooks();
  test.strapi.config.set('plugin::webhooks.attemptMilliseconds', 400);
  // No wait ends by itself while this runs.
  test.strapi.config.set('plugin::webhooks.scheduleScale', 1000);
  hanging = await startReceiver();
  let current = 0;
  hanging.answer((response) => {
    current += 1;
    most = Math.max(most, current);
    response.on('close', () => (current -= 1));
  });
});

afterAll(async () => {
  await hanging.stop();
  await test.stop();
});

describe('endpoints that hang', () => {
  it('hold eight workers at most, and let others go first', async () => {
    const endpoints = await Promise.all(
      Array.from({ length: HANGING }, () => test.createEndpoint({ url: hanging.url })),
    );
    await test.emit();
    await test.deliver();
    expect(hanging.received).toHaveLength(HANGING);

    const { id } = await test.createEndpoint();
    hanging.received.length = 0;
    most = 0;
    let before = Infinity;
    test.receiver.answer((response) => {
      before = hanging.received.length;
      response.end();
    });
    await test.passTime();
    await test.emit();
    await test.deliver();

    // What is due at one endpoint is sent at the same time, and there are two for each.
    expect(before).toBeLessThanOrEqual(2 * AT_MOST);
    expect(most).toBeLessThanOrEqual(2 * AT_MOST);
    expect(hanging.received).toHaveLength(2 * HANGING);
    expect(await test.listDeliveries(id)).toMatchObject([{ state: 'delivered' }]);
    expect(await test.listDeliveries(endpoints[0]?.id ?? '')).toMatchObject([
      { state: 'waiting', attemptCount: 1 },
      { state: 'waiting', attemptCount: 2 },
    ]);
  });

  it('get a queue of their own back when they answer', async () => {
    hanging.answer((response) => response.end());
    await test.passTime();
    await test.deliver();
    const { rows } = await test.strapi.db.connection.raw<{ rows: object[] }>(
      'SELECT id FROM webhook_endpoints WHERE is_failing',
    );
    expect(rows).toEqual([]);
  });
});
