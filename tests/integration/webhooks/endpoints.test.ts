import { Webhook } from 'standardwebhooks';

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

const send = (method: 'get' | 'post' | 'put' | 'delete', path: string, data?: object) =>
  test.request[method](`/webhooks/${path}`)
    .set(test.administrator)
    .send(data && { data });

describe('an endpoint', () => {
  it('is made with a secret of its own, which is shown when it is asked for', async () => {
    const made = await test.createEndpoint({ name: ' CRM ', receivesPersonalData: true });
    expect(made).toMatchObject({
      id: expect.stringMatching(/^ep_[0-9a-f]{24}$/),
      name: 'CRM',
      url: test.receiver.url,
      eventTypes: ['enquiry.created', 'enquiry.updated', 'enquiry.erased'],
      receivesPersonalData: true,
      enabled: true,
      disabledReason: null,
      health: { lastSuccessAt: null, failureRate: null, waiting: 0, parked: 0, dead: 0 },
    });
    const { secret, ...endpoint } = made;
    expect(new Webhook(secret)).toBeDefined();
    expect((await send('get', 'endpoints').expect(200)).body).toEqual({ data: [endpoint] });
    const shown = await send('get', `endpoints/${made.id}/secret`).expect(200);
    expect(shown.body.data).toEqual({ secret, previousSecretExpiresAt: null });
  });

  it('keeps its secret encrypted', async () => {
    const { secret } = await test.createEndpoint();
    const { rows } = await test.strapi.db.connection.raw('SELECT * FROM webhook_endpoints');
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
  });

  it('is changed field by field', async () => {
    const { id } = await test.createEndpoint();
    await test.changeEndpoint(id, { name: 'Renamed' });
    await test.changeEndpoint(id, { eventTypes: ['enquiry.erased', 'enquiry.created'] });
    expect(await test.readEndpoint(id)).toMatchObject({
      name: 'Renamed',
      url: test.receiver.url,
      eventTypes: ['enquiry.created', 'enquiry.erased'],
    });
  });

  it('is deleted with its deliveries', async () => {
    const { id } = await test.createEndpoint();
    await test.emit();
    await test.deliver();
    await send('delete', `endpoints/${id}`).expect(200);
    await send('get', `endpoints/${id}`).expect(404);
    expect((await send('get', 'deliveries').expect(200)).body.data).toEqual([]);
  });

  it('parks what is for it while it is disabled', async () => {
    const { id } = await test.createEndpoint();
    await test.emit();
    await test.changeEndpoint(id, { enabled: false });
    await test.emit();
    await test.deliver();
    expect(test.receiver.received).toEqual([]);
    expect(await test.readEndpoint(id)).toMatchObject({
      enabled: false,
      disabledReason: 'manual',
      health: { parked: 2 },
    });
    await test.changeEndpoint(id, { enabled: true });
    await test.deliver();
    expect(test.receiver.received).toHaveLength(2);
  });

  it('tells how it is', async () => {
    const { id } = await test.createEndpoint();
    await test.emit();
    await test.deliver();
    test.receiver.answer(status(500));
    await test.emit();
    await test.deliver();
    const { health } = await test.readEndpoint(id);
    expect(health).toMatchObject({ failureRate: 0.5, waiting: 1, parked: 0, dead: 0 });
    expect(Date.parse(health.lastFailureAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse(health.lastSuccessAt ?? ''),
    );
  });
});

describe('a rotation', () => {
  it('signs with the new secret and the old one until the old one expires', async () => {
    const { id, secret: old } = await test.createEndpoint();
    const answer = await send('post', `endpoints/${id}/rotate`).expect(200);
    const { secret: fresh, previousSecretExpiresAt } = answer.body.data;
    expect(fresh).not.toBe(old);
    expect((Date.parse(previousSecretExpiresAt) - Date.now()) / 3_600_000).toBeCloseTo(24, 1);
    await test.emit();
    await test.deliver();
    expect(verify(test.receiver.received[0], fresh)).toEqual(
      verify(test.receiver.received[0], old),
    );

    await test.strapi.db.connection.raw(
      'UPDATE webhook_endpoints SET previous_secret_expires_at = now()',
    );
    await test.emit();
    await test.deliver();
    expect(verify(test.receiver.received[1], fresh)).toBeDefined();
    expect(() => verify(test.receiver.received[1], old)).toThrow('No matching signature');
  });

  it('repairs an endpoint whose secret was encrypted with another key', async () => {
    const { id } = await test.createEndpoint();
    await test.strapi.db.connection.raw(
      `UPDATE webhook_endpoints SET secret = 'v1:' || repeat('0', 32) || ':00:' || repeat('0', 32)`,
    );
    await send('get', `endpoints/${id}/secret`).expect(400);
    await test.emit();
    await test.deliver();
    expect(await test.readEndpoint(id)).toMatchObject({
      disabledReason: 'secret-unreadable',
      health: { parked: 1 },
    });
    const answer = await send('post', `endpoints/${id}/rotate`).expect(200);
    await test.strapi.db.connection.raw(`SELECT graphile_worker.add_job('webhooks.sweep')`);
    await test.deliver();
    expect(verify(test.receiver.received[0], answer.body.data.secret)).toBeDefined();
    expect(await test.readEndpoint(id)).toMatchObject({ enabled: true, disabledReason: null });
  });
});

describe('a test event', () => {
  it('is sent at once, and its outcome is told', async () => {
    const { id, secret } = await test.createEndpoint({ enabled: false });
    test.receiver.answer(status(418, 'I am a teapot'));
    const { body } = await send('post', `endpoints/${id}/test`).expect(200);
    const [received] = test.receiver.received;
    expect(verify(received, secret)).toMatchObject({
      type: 'webhook.test',
      data: { endpoint: id },
    });
    expect(body.data).toMatchObject({
      isSuccess: false,
      status: 418,
      answer: 'I am a teapot',
      error: 'Answered 418.',
      request: { method: 'POST', url: test.receiver.url, body: received?.body },
    });
    expect(received?.headers).toMatchObject(body.data.request.headers);
    expect(await test.listDeliveries(id)).toEqual([]);
  });

  it('says what is wrong with an address where nobody listens', async () => {
    const { id } = await test.createEndpoint({ url: 'http://127.0.0.1:9/' });
    const { body } = await send('post', `endpoints/${id}/test`).expect(200);
    expect(body.data).toMatchObject({
      isSuccess: false,
      status: null,
      error: expect.stringMatching(/refused/),
    });
  });
});

describe('what does not make an endpoint', () => {
  const valid = {
    name: 'CRM',
    url: 'https://www.example.com/hook',
    eventTypes: ['enquiry.created'],
  };

  it.each([
    ['name', { ...valid, name: '' }],
    ['name', { ...valid, name: 'x'.repeat(101) }],
    ['name', { ...valid, name: 'two\nlines' }],
    ['url', { ...valid, url: 'nonsense' }],
    ['url', { ...valid, url: 'https://user:password@www.example.com/' }],
    ['url', { ...valid, url: 7 }],
    ['eventTypes', { ...valid, eventTypes: [] }],
    ['eventTypes', { ...valid, eventTypes: ['training.created'] }],
    ['eventTypes', { ...valid, eventTypes: 'enquiry.created' }],
    ['enabled', { ...valid, enabled: 'yes' }],
    ['receivesPersonalData', { ...valid, receivesPersonalData: 1 }],
    ['secret', { ...valid, secret: 'whsec_mine' }],
    ['id', { ...valid, id: 'ep_mine' }],
  ])('is refused by the name of the field: %s', async (field, data) => {
    const { body } = await send('post', 'endpoints', data).expect(400);
    expect(body.error.details.errors.map(({ path }: { path: string[] }) => path[0])).toEqual([
      field,
    ]);
  });

  it('is a body without data', async () => {
    await test.request.post('/webhooks/endpoints').set(test.administrator).send([]).expect(400);
  });
});
