import { status, type Answer } from '../../helpers/webhook-receiver';
import { enquiryCreated, outbox, startWebhooks, type WebhookTest } from './webhooks';

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

/** Answers the first request after something else has happened, and all later ones with 204. */
function answerAfter(happening: () => Promise<void>, answer: Answer) {
  test.receiver.answer((response, received) => {
    test.receiver.answer(status(204));
    void happening().then(() => answer(response, received));
  });
}

describe('an endpoint whose address is changed while the old one answers', () => {
  it.each([
    ['410', status(410)],
    ['503 and Retry-After', status(503, '', { 'Retry-After': '3600' })],
  ])('with %s is neither disabled nor paused', async (_name, answer) => {
    const { id, url } = await test.createEndpoint();
    answerAfter(() => test.changeEndpoint(id, { url: `${url}&moved` }), answer);
    await test.emit();
    await test.deliver();
    expect(await test.readEndpoint(id)).toMatchObject({
      enabled: true,
      disabledReason: null,
      pausedUntil: null,
    });
  });
});

describe('an endpoint that is disabled while much is due', () => {
  it('is sent no further page', async () => {
    const { id } = await test.createEndpoint();
    for (let count = 0; count < 230; count += 1) await test.emit();
    answerAfter(() => test.changeEndpoint(id, { enabled: false }), status(204));
    await test.deliver();
    expect(test.receiver.received.length).toBeLessThanOrEqual(200);
    expect((await test.readEndpoint(id)).health).toMatchObject({ waiting: 0 });
  });
});

describe('an answer to personal data that are forgotten before it comes', () => {
  it('is not kept', async () => {
    const { id } = await test.createEndpoint({ receivesPersonalData: true });
    const event = enquiryCreated();
    answerAfter(
      () => outbox(test).forgetPersonalData(String(event.data.documentId)),
      (response, { body }) => response.end(body),
    );
    await test.emit(event);
    await test.deliver();
    const [delivery] = await test.listDeliveries(id);
    expect(await test.readDelivery(delivery?.id)).toMatchObject({
      state: 'delivered',
      attempts: [{ status: 200, answer: null }],
    });
  });
});
