import { status } from '../../helpers/webhook-receiver';
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

const list = async (query: string) =>
  (await test.request.get(`/webhooks/deliveries?${query}`).set(test.administrator)).body;

const replay = async (endpoint: string, data: object, code = 200) =>
  (
    await test.request
      .post(`/webhooks/endpoints/${endpoint}/replay`)
      .set(test.administrator)
      .send({ data })
      .expect(code)
  ).body;

/** Makes all that has happened so far have happened at another moment. */
async function moveEvents(interval: string): Promise<void> {
  await test.strapi.db.connection.raw(
    `UPDATE webhook_events SET occurred_at = occurred_at + interval '${interval}'`,
  );
}

/** A moment so many hours from now. */
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();

describe('the list of deliveries', () => {
  it('is narrowed by endpoint, state, type and time, newest first', async () => {
    const [first, second] = [await test.createEndpoint(), await test.createEndpoint()];
    await test.emit({ type: 'enquiry.created' });
    await test.emit({ type: 'enquiry.updated' });
    await test.deliver();
    await moveEvents('-2 hours');
    test.receiver.answer(status(500));
    await test.emit({ type: 'enquiry.erased' });
    await test.deliver();

    const typesOf = (body: { data: { event: { type: string } }[] }) =>
      body.data.map(({ event }) => event.type);
    const of = `endpoint=${first.id}`;
    expect(typesOf(await list(of))).toEqual([
      'enquiry.erased',
      'enquiry.updated',
      'enquiry.created',
    ]);
    expect(typesOf(await list(`${of}&state=waiting`))).toEqual(['enquiry.erased']);
    expect(typesOf(await list(`${of}&type=enquiry.updated`))).toEqual(['enquiry.updated']);
    expect(typesOf(await list(`${of}&from=${hours(-1)}`))).toEqual(['enquiry.erased']);
    expect(typesOf(await list(`${of}&to=${hours(-1)}&pageSize=1`))).toEqual(['enquiry.updated']);
    expect((await list(`endpoint=${second.id}&state=&type=`)).data).toHaveLength(3);
    expect((await list('pageSize=4&page=2')).meta.pagination).toEqual({
      page: 2,
      pageSize: 4,
      pageCount: 2,
      total: 6,
    });
  });

  it.each([
    'state=lost',
    'type=training.created',
    'from=yesterday',
    'page=0',
    'pageSize=101',
    'pageSize=1e9',
    'endpoint[$ne]=x',
    'sort=id',
    'state=dead&state=waiting',
  ])('refuses what makes no sense: %s', async (query) => {
    const { error } = await list(query);
    expect(error).toMatchObject({
      status: 400,
      details: { errors: [{ path: expect.anything() }] },
    });
  });

  it.each(['0', 'nonsense', '99999999999999999999', '1%20OR%201=1'])(
    'has no delivery %s',
    async (id) => {
      await test.request.get(`/webhooks/deliveries/${id}`).set(test.administrator).expect(404);
    },
  );
});

describe('a replay', () => {
  it('of all that is dead sends that and nothing else', async () => {
    const { id } = await test.createEndpoint();
    await test.emit();
    await test.deliver();
    await test.emit();
    await test.emit();
    await test.strapi.db.connection.raw(
      `UPDATE webhook_deliveries SET state = 'dead', next_attempt_at = NULL WHERE state = 'waiting'`,
    );
    expect(await replay(id, { state: 'dead' })).toEqual({ data: { count: 2 } });
    await test.deliver();
    expect(test.receiver.received).toHaveLength(3);
    expect((await test.readEndpoint(id)).health).toMatchObject({ dead: 0, waiting: 0 });
  });

  it('of a span of time sends again what happened in it, under the same ids', async () => {
    const { id } = await test.createEndpoint();
    await test.emit();
    await test.deliver();
    await moveEvents('-2 hours');
    await test.emit();
    await test.deliver();
    expect(await replay(id, { from: hours(-3), to: hours(-1) })).toEqual({ data: { count: 1 } });
    await test.deliver();
    const ids = test.receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([ids[0], ids[1], ids[0]]);
  });

  it('to a disabled endpoint waits until it is enabled', async () => {
    const { id } = await test.createEndpoint();
    await test.emit();
    await test.deliver();
    await test.changeEndpoint(id, { enabled: false });
    await replay(id, { from: hours(-1), to: hours(1) });
    await test.deliver();
    expect(test.receiver.received).toHaveLength(1);
    await test.changeEndpoint(id, { enabled: true });
    await test.deliver();
    expect(test.receiver.received).toHaveLength(2);
  });

  it.each([[{}], [{ state: 'waiting' }], [{ from: hours(-1) }], [{ from: 'a', to: 'b' }]])(
    'is refused where it is not clear of what: %j',
    async (input) => {
      const { id } = await test.createEndpoint();
      await replay(id, input, 400);
    },
  );
});

describe('the nightly clean-up', () => {
  it('forgets what was delivered or is dead for 90 days, and nothing that is on its way', async () => {
    const { id } = await test.createEndpoint();
    await test.emit({ data: { reference: 'delivered' } });
    await test.deliver();
    test.receiver.answer(status(500));
    await test.emit({ data: { reference: 'waiting' } });
    await test.deliver();
    await moveEvents('-91 days');
    await test.emit({ data: { reference: 'young' } });
    await test.strapi.db.connection.raw(`SELECT graphile_worker.add_job('webhooks.clean-up')`);
    await test.deliver();

    const kept = await Promise.all(
      (await test.listDeliveries(id)).map((delivery) => test.readDelivery(delivery.id)),
    );
    expect(kept.map(({ request }) => JSON.parse(request.body).data.reference)).toEqual([
      'young',
      'waiting',
    ]);
  });
});
