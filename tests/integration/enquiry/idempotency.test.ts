import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { countEnquiries, enquiry, removeEnquiries } from './enquiries';
import { createTraining } from './trainings';

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi({ RATE_LIMIT_ENQUIRIES: '100000' });
});

afterAll(async () => {
  await running.stop();
});

beforeEach(async () => {
  await removeEnquiries(running.strapi);
});

let keys = 0;

/** A key that no other test uses. */
const newKey = () => `key-${(keys += 1)}`;

const send = (key: string, data: object) =>
  running.request.post('/api/enquiries').set('Idempotency-Key', key).send({ data });

async function storedKeys(): Promise<Record<string, unknown>[]> {
  return running.strapi.db.connection('enquiry_idempotency_keys').select();
}

describe('an enquiry that is sent again with its Idempotency-Key', () => {
  it('is answered as the first time and stored once', async () => {
    const key = newKey();
    const first = await send(key, enquiry()).expect(201);
    const second = await send(key, enquiry()).expect(201);
    expect(second.body).toEqual(first.body);
    expect(await countEnquiries(running.strapi)).toBe(1);
  });

  it('is the same enquiry in whatever order its fields come', async () => {
    const key = newKey();
    const source = { page: '/trainings', utm: { source: 'a', medium: 'b' } };
    const turned = { utm: { medium: 'b', source: 'a' }, page: '/trainings' };
    const first = await send(key, enquiry({ source })).expect(201);
    const fields = Object.entries(enquiry({ source: turned })).reverse();
    const second = await send(key, Object.fromEntries(fields)).expect(201);
    expect(second.body).toEqual(first.body);
  });

  it('is stored once, also when ten come at the same moment', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(key, enquiry())));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await countEnquiries(running.strapi)).toBe(1);
  });

  it('has its reference also after the training was withdrawn', async () => {
    const key = newKey();
    const { documentId } = await createTraining(running.strapi, 'published');
    const first = await send(key, enquiry({ training: documentId })).expect(201);
    await running.strapi.documents('api::training.training').unpublish({ documentId });
    const second = await send(key, enquiry({ training: documentId })).expect(201);
    expect(second.body).toEqual(first.body);
  });

  it('is two enquiries with two keys, and without one', async () => {
    await send(newKey(), enquiry()).expect(201);
    await send(newKey(), enquiry()).expect(201);
    await running.request.post('/api/enquiries').send({ data: enquiry() }).expect(201);
    await running.request.post('/api/enquiries').send({ data: enquiry() }).expect(201);
    expect(await countEnquiries(running.strapi)).toBe(4);
  });
});

describe('an Idempotency-Key', () => {
  it('is refused with another body, which is not stored', async () => {
    const key = newKey();
    await send(key, enquiry()).expect(201);
    const { body } = await send(key, enquiry({ message: 'Another question' })).expect(422);
    expect(body).toEqual({
      data: null,
      error: {
        status: 422,
        name: 'UnprocessableEntityError',
        message: expect.stringContaining('new key'),
        details: {},
      },
    });
    expect(await countEnquiries(running.strapi)).toBe(1);
  });

  it('stands for one of two bodies that come at the same moment', async () => {
    const key = newKey();
    const answers = await Promise.all([
      send(key, enquiry({ message: 'This' })),
      send(key, enquiry({ message: 'That' })),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(await countEnquiries(running.strapi)).toBe(1);
  });

  it('can be used again after its enquiry was refused', async () => {
    const key = newKey();
    await send(key, enquiry({ email: 'nonsense' })).expect(400);
    await send(key, enquiry({ training: 'a'.repeat(24) })).expect(400);
    await send(key, enquiry()).expect(201);
    expect(await countEnquiries(running.strapi)).toBe(1);
  });

  it('is not stored in clear, nor is the body', async () => {
    const key = 'a-key-in-clear';
    const { body } = await send(key, enquiry()).expect(201);
    const stored = (await storedKeys()).find(({ reference }) => reference === body.data.reference);
    expect(stored).toEqual({
      key_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      body_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      reference: body.data.reference,
      received_at: new Date(body.data.receivedAt),
    });
  });

  it('is forgotten after a week', async () => {
    const [key, later] = [newKey(), newKey()];
    const { body } = await send(key, enquiry()).expect(201);
    const week = new Date(Date.parse(body.data.receivedAt) - 7 * 24 * 60 * 60 * 1000 - 1);
    const keysTable = running.strapi.db.connection('enquiry_idempotency_keys');
    await keysTable.where({ reference: body.data.reference }).update({ received_at: week });
    await send(later, enquiry()).expect(201);
    expect((await storedKeys()).map(({ reference }) => reference)).not.toContain(
      body.data.reference,
    );
  });

  it.each([
    ['of 255 characters', 'k'.repeat(255)],
    ['with signs', '!"#$%&()*+,-./:;<=>?@[]^_`{|}~'],
  ])('%s is taken', async (_, key) => {
    await send(key, enquiry()).expect(201);
  });

  it.each([
    ['of 256 characters', 'k'.repeat(256)],
    ['with a space', 'one two'],
    ['with a tab', 'one\ttwo'],
    ['that is not ASCII', 'clé'],
  ])('%s is refused, and says why', async (_, key) => {
    const { body } = await send(key, enquiry()).expect(400);
    expect(body.error).toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining('Idempotency-Key'),
    });
    expect(await countEnquiries(running.strapi)).toBe(0);
  });

  it('that comes twice is refused', async () => {
    const answer = await fetch(`${running.url}/api/enquiries`, {
      method: 'POST',
      headers: [
        ['Content-Type', 'application/json'],
        ['Idempotency-Key', newKey()],
        ['Idempotency-Key', newKey()],
      ],
      body: JSON.stringify({ data: enquiry() }),
    });
    expect(answer.status).toBe(400);
  });
});
