import { status, verify } from '../../helpers/webhook-receiver';
import { startWebhooks, type WebhookTest } from './webhooks';

let test: WebhookTest;

beforeAll(async () => {
  test = await startWebhooks();
});

afterAll(() => test.stop());

afterEach(async () => {
  await test.strapi.db.connection.raw('TRUNCATE webhook_endpoints, webhook_events CASCADE');
  test.receiver.received.length = 0;
  test.receiver.answer(status(204));
});

/** The only delivery of an endpoint. */
async function onlyDelivery(endpoint: string) {
  const deliveries = await test.listDeliveries(endpoint);
  expect(deliveries).toHaveLength(1);
  return test.readDelivery(deliveries[0]?.id);
}

/** Seconds from the last attempt of a delivery to the next. */
function secondsToNext(delivery: { lastAttemptAt: string | null; nextAttemptAt: string | null }) {
  return (
    (Date.parse(delivery.nextAttemptAt ?? '') - Date.parse(delivery.lastAttemptAt ?? '')) / 1000
  );
}

describe('a delivery that fails', () => {
  it('is sent again with the same id and bytes, signed anew', async () => {
    const { id, secret } = await test.createEndpoint();
    test.receiver.answer(status(500, 'out of order'));
    await test.emit();
    await test.deliver();
    const failed = await onlyDelivery(id);
    expect(failed).toMatchObject({ state: 'waiting', attemptCount: 1, lastStatus: 500 });
    expect(secondsToNext(failed)).toBeGreaterThan(4.4);
    expect(secondsToNext(failed)).toBeLessThan(6);

    test.receiver.answer(status(204));
    await test.passTime();
    await test.deliver();
    const [first, second] = test.receiver.received;
    expect(verify(second, secret)).toEqual(verify(first, secret));
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(await onlyDelivery(id)).toMatchObject({
      state: 'delivered',
      nextAttemptAt: null,
      attempts: [
        { number: 1, status: 500, answer: 'out of order', error: 'Answered 500.' },
        { number: 2, status: 204, answer: '', error: null },
      ],
    });
  });

  it('is dead after ten attempts, and can be replayed', async () => {
    const { id } = await test.createEndpoint();
    test.receiver.answer(status(500));
    await test.emit();
    for (let attempts = 0; attempts < 12; attempts += 1) {
      await test.deliver();
      await test.passTime();
    }
    expect(test.receiver.received).toHaveLength(10);
    const dead = await onlyDelivery(id);
    expect(dead).toMatchObject({ state: 'dead', attemptCount: 10, nextAttemptAt: null });
    expect((await test.readEndpoint(id)).health).toMatchObject({ dead: 1, failureRate: 1 });

    test.receiver.answer(status(200, 'welcome back'));
    await test.request
      .post(`/webhooks/deliveries/${dead.id}/replay`)
      .set(test.administrator)
      .expect(200);
    await test.deliver();
    expect(await onlyDelivery(id)).toMatchObject({ state: 'delivered', attemptCount: 11 });
    const ids = test.receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(1);
  });

  it.each([
    [301, { location: '/elsewhere' }, 'Answered 301: redirects are not followed.'],
    [404, {}, 'Answered 404.'],
    [502, {}, 'Answered 502.'],
  ])('is one that is answered with %i', async (code, headers, error) => {
    const { id } = await test.createEndpoint();
    test.receiver.answer(status(code, '', headers));
    await test.emit();
    await test.deliver();
    expect(test.receiver.received).toHaveLength(1);
    expect(await onlyDelivery(id)).toMatchObject({ state: 'waiting', lastError: error });
  });

  it('is one whose connection breaks', async () => {
    const { id } = await test.createEndpoint();
    test.receiver.answer((response) => response.destroy());
    await test.emit();
    await test.deliver();
    const { state, attempts } = await onlyDelivery(id);
    expect(state).toBe('waiting');
    expect(attempts).toMatchObject([
      { status: null, answer: null, error: expect.stringMatching(/closed|reset/) },
    ]);
  });
});

describe('a receiver that asks for patience', () => {
  it.each([429, 503])('with %i and Retry-After is left alone until then', async (code) => {
    const { id } = await test.createEndpoint();
    test.receiver.answer(status(code, '', { 'Retry-After': '3600' }));
    await test.emit();
    await test.deliver();
    await test.emit();
    await test.deliver();

    expect(test.receiver.received).toHaveLength(1);
    const [later, first] = await test.listDeliveries(id);
    expect(first && secondsToNext(first)).toBeCloseTo(3600, -2);
    expect(later).toMatchObject({ state: 'waiting', attemptCount: 0 });
    const { pausedUntil } = await test.readEndpoint(id);
    expect((Date.parse(pausedUntil ?? '') - Date.now()) / 1000).toBeCloseTo(3600, -2);

    test.receiver.answer(status(204));
    await test.passTime();
    await test.deliver();
    expect(await test.listDeliveries(id)).toMatchObject([
      { state: 'delivered' },
      { state: 'delivered' },
    ]);
  });
});

describe('a receiver that answers 410', () => {
  it('is disabled; what is for it is parked, and goes out when it is enabled', async () => {
    const { id } = await test.createEndpoint();
    test.receiver.answer(status(410));
    await test.emit();
    await test.deliver();
    await test.emit();
    await test.passTime();
    await test.deliver();

    expect(test.receiver.received).toHaveLength(1);
    expect(await test.readEndpoint(id)).toMatchObject({
      enabled: false,
      disabledReason: 'gone',
      health: { waiting: 0, parked: 2, dead: 0 },
    });

    test.receiver.answer(status(204));
    await test.changeEndpoint(id, { enabled: true });
    await test.deliver();
    expect(await test.listDeliveries(id)).toMatchObject([
      { state: 'delivered', attemptCount: 1 },
      { state: 'delivered', attemptCount: 2 },
    ]);
    expect(await test.readEndpoint(id)).toMatchObject({ enabled: true, disabledReason: null });
  });
});

describe('what the jobs may have missed', () => {
  const sweep = async () => {
    await test.strapi.db.connection.raw(`SELECT graphile_worker.add_job('webhooks.sweep')`);
    await test.deliver();
  };

  it('is sent when somebody looks for it', async () => {
    const { id } = await test.createEndpoint();
    await test.emit();
    await test.strapi.db.connection.raw('DELETE FROM graphile_worker._private_jobs');
    await test.deliver();
    expect(test.receiver.received).toEqual([]);
    await sweep();
    expect(await onlyDelivery(id)).toMatchObject({ state: 'delivered' });
  });

  it('is parked or resumed as its endpoint is', async () => {
    const { id } = await test.createEndpoint();
    await test.emit();
    await test.strapi.db.connection.raw(
      `UPDATE webhook_deliveries SET state = 'parked', next_attempt_at = NULL`,
    );
    await sweep();
    expect(await onlyDelivery(id)).toMatchObject({ state: 'delivered' });
  });
});
