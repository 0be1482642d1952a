import { startWebhooks, type WebhookTest } from './webhooks';

let test: WebhookTest;

beforeAll(async () => {
  test = await startWebhooks({ WEBHOOKS_ALLOW_PRIVATE_TARGETS: 'false' });
});

afterAll(() => test.stop());

afterEach(async () => {
  await test.strapi.db.connection.raw('TRUNCATE webhook_endpoints, webhook_events CASCADE');
});

/** The port of a server on this machine that must hear of nothing. */
const port = () => new URL(test.receiver.url).port;

/** Makes an endpoint whose address is changed behind the API, as by whoever got into the database. */
async function smuggle(url: string): Promise<string> {
  const { id } = await test.createEndpoint({ url: 'https://www.example.com/' });
  await test.strapi.db.connection.raw('UPDATE webhook_endpoints SET url = ? WHERE id = ?', [
    url,
    id,
  ]);
  return id;
}

it('refuses an endpoint at a private address, and says why', async () => {
  const { body } = await test.request
    .post('/webhooks/endpoints')
    .set(test.administrator)
    .send({ data: { name: 'CRM', url: test.receiver.url, eventTypes: ['enquiry.created'] } })
    .expect(400);
  expect(body.error.details.errors).toMatchObject([
    { path: ['url'], message: expect.stringContaining('WEBHOOKS_ALLOW_PRIVATE_TARGETS') },
  ]);
});

it.each([
  ['a literal', () => `http://127.0.0.1:${port()}/`],
  ['a decimal number', () => `http://2130706433:${port()}/`],
  ['IPv6', () => `http://[::1]:${port()}/`],
  ['a mapped address', () => `http://[::ffff:127.0.0.1]:${port()}/`],
  ['localhost', () => `http://localhost:${port()}/`],
])('makes no connection to this machine by %s', async (_, url) => {
  const id = await smuggle(url());
  const answer = await test.request
    .post(`/webhooks/endpoints/${id}/test`)
    .set(test.administrator)
    .expect(200);
  expect(answer.body.data).toMatchObject({
    isSuccess: false,
    status: null,
    error: expect.stringContaining('private address'),
  });
  await test.emit();
  await test.deliver();
  expect(await test.listDeliveries(id)).toMatchObject([
    { state: 'waiting', attemptCount: 1, lastError: expect.stringContaining('private address') },
  ]);
  expect(test.receiver.connections()).toBe(0);
});
