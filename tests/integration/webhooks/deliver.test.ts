import { randomUUID } from 'node:crypto';

import { verify } from '../../helpers/webhook-receiver';
import { enquiryCreated, outbox, startWebhooks, type WebhookTest } from './webhooks';

let test: WebhookTest;

beforeAll(async () => {
  test = await startWebhooks();
});

afterAll(() => test.stop());

afterEach(async () => {
  await test.strapi.db.connection.raw('TRUNCATE webhook_endpoints, webhook_events CASCADE');
  test.receiver.received.length = 0;
});

describe('an event', () => {
  it('reaches every endpoint that subscribes to its type, signed with its own secret', async () => {
    const [first, second] = [await test.createEndpoint(), await test.createEndpoint()];
    await test.createEndpoint({ eventTypes: ['enquiry.erased'] });
    await test.emit({ data: { reference: 'ENQ-2026-000007' } });
    await test.deliver();

    expect(test.receiver.received).toHaveLength(2);
    const genuine = [first, second].flatMap(({ secret }) =>
      test.receiver.received.filter((received) => {
        try {
          return verify(received, secret).data.reference === 'ENQ-2026-000007';
        } catch {
          return false;
        }
      }),
    );
    expect(genuine).toHaveLength(2);
  });

  it('has type, moment and data, and the headers of Standard Webhooks', async () => {
    const { secret } = await test.createEndpoint();
    await test.emit({ data: { reference: 'ENQ-2026-000008' } });
    await test.deliver();

    const [received] = test.receiver.received;
    expect(verify(received, secret)).toEqual({
      type: 'enquiry.created',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      data: { reference: 'ENQ-2026-000008' },
    });
    expect(received?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': expect.stringMatching(/^msg_[0-9a-f]{32}$/),
      'webhook-timestamp': expect.stringMatching(/^\d{10}$/),
      'webhook-signature': expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/),
    });
  });

  it('is written with the transaction it belongs to, or not at all', async () => {
    const { id } = await test.createEndpoint();
    const failing = test.strapi.db.transaction(async () => {
      await test.emit();
      throw new Error('The write failed.');
    });
    await expect(failing).rejects.toThrow('The write failed.');
    await test.deliver();

    expect(test.receiver.received).toEqual([]);
    expect(await test.listDeliveries(id)).toEqual([]);
  });

  it('is not kept when nobody subscribes to it', async () => {
    await test.createEndpoint({ eventTypes: ['enquiry.erased'] });
    await test.emit();
    const { rows } = await test.strapi.db.connection.raw('SELECT id FROM webhook_events');
    expect(rows).toEqual([]);
  });

  it('lets many write at a time, none of whom waits for another', async () => {
    const { id, secret } = await test.createEndpoint();
    let release: (() => void) | undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const slow = test.strapi.db.transaction(async () => {
      await test.emit();
      await released;
    });
    await Promise.all(Array.from({ length: 5 }, () => test.emit()));
    await test.deliver();
    expect(await test.listDeliveries(id)).toHaveLength(5);
    release?.();
    await slow;
    await test.deliver();

    const ids = test.receiver.received.map((received) => {
      verify(received, secret);
      return received.headers['webhook-id'];
    });
    expect(new Set(ids).size).toBe(6);
    expect(ids).toHaveLength(6);
  });
});

describe('personal data', () => {
  it('go only to endpoints that are set to receive them, under an id of their own', async () => {
    const plain = await test.createEndpoint();
    const personal = await test.createEndpoint({ receivesPersonalData: true });
    const event = enquiryCreated();
    await test.emit(event);
    await test.deliver();

    const [withoutThem, withThem] = ['', '_personal'].map((suffix) =>
      test.receiver.received.find(({ headers }) =>
        new RegExp(`^msg_[0-9a-f]{32}${suffix}$`).test(headers['webhook-id'] ?? ''),
      ),
    );
    expect(verify(withoutThem, plain.secret).data).toEqual(event.data);
    expect(verify(withThem, personal.secret).data).toEqual({
      ...event.data,
      ...event.personalData,
    });
  });

  it('are never stored in clear text', async () => {
    await test.createEndpoint({ receivesPersonalData: true });
    const email = `${randomUUID()}@example.org`;
    test.receiver.answer((response, { body }) => response.end(body));
    await test.emit({ personalData: { email } });
    await test.deliver();

    expect(test.receiver.received[0]?.body).toContain(email);
    for (const table of ['events', 'deliveries', 'attempts', 'endpoints']) {
      const { rows } = await test.strapi.db.connection.raw(`SELECT * FROM webhook_${table}`);
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toContain(email);
    }
  });

  it('are not sent any more once they are forgotten', async () => {
    const { id, secret } = await test.createEndpoint({ receivesPersonalData: true });
    const event = enquiryCreated();
    test.receiver.answer((response, { body }) => response.writeHead(500).end(body));
    await test.emit(event);
    await test.deliver();
    await outbox(test).forgetPersonalData(String(event.data.documentId));
    await test.passTime();
    await test.deliver();

    const [before, after] = test.receiver.received;
    expect(verify(before, secret).data).toMatchObject(event.personalData ?? {});
    expect(verify(after, secret).data).toEqual(event.data);
    expect(after?.headers['webhook-id']).not.toBe(before?.headers['webhook-id']);
    const [delivery] = await test.listDeliveries(id);
    const detail = await test.readDelivery(delivery?.id);
    expect(JSON.stringify(detail)).not.toContain('visitor@example.org');
  });
});
