import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { countEnquiries, enquiry, removeEnquiries } from './enquiries';

const PER_ADDRESS = 3;
const PER_EMAIL = 5;
const TOTAL = 7;

/** What counts towards the limits, and what does not. */
let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi({
    RATE_LIMIT_ENQUIRIES: String(PER_ADDRESS),
    RATE_LIMIT_ENQUIRIES_PER_EMAIL: String(PER_EMAIL),
    RATE_LIMIT_ENQUIRIES_TOTAL: String(TOTAL),
    DATABASE_POOL_MAX: '2',
    // The test is the proxy before it, and a visitor of its own where it names none.
    TRUSTED_PROXIES: '127.0.0.1',
  });
});

afterAll(async () => {
  await running.stop();
});

const limits = () => running.strapi.db.connection('rate_limits');

beforeEach(async () => {
  await removeEnquiries(running.strapi);
  await limits().delete();
});

/** Sends something from the test's own address. */
const send = (data: object = enquiry(), key?: string) =>
  running.request
    .post('/api/enquiries')
    .set(key ? { 'Idempotency-Key': key } : {})
    .send({ data });

const sendText = (text: string, type: string) =>
  running.request.post('/api/enquiries').type(type).send(text);

/** Sends an enquiry from somebody else each time. */
let senders = 0;
const sendFromElsewhere = (changes: object = {}) => {
  senders += 1;
  return running.request
    .post('/api/enquiries')
    .set('X-Forwarded-For', `203.0.${senders >> 8}.${senders & 255}`)
    .send({ data: enquiry({ email: `visitor${senders}@example.org`, ...changes }) });
};

/** Sends the same so often, one after the other. */
async function statusesOf(count: number, sendOne: () => PromiseLike<{ status: number }>) {
  const statuses = [];
  for (let index = 0; index < count; index += 1) statuses.push((await sendOne()).status);
  return statuses;
}

const times = (count: number, status: number) => Array<number>(count).fill(status);

describe('a limit is not used up', () => {
  it('by an enquiry that is sent again with its Idempotency-Key', async () => {
    expect(await statusesOf(10, () => send(enquiry(), 'again'))).toEqual(times(10, 201));
    expect(await statusesOf(3, send)).toEqual([201, 201, 429]);
    await send(enquiry(), 'again').expect(201);
  });

  it('by an enquiry that is sent ten times at the same moment with one key', async () => {
    expect(await statusesOf(2, send)).toEqual([201, 201]);
    const answers = await Promise.all(times(10, 0).map(() => send(enquiry(), 'at-once')));
    expect(answers.map(({ status }) => status)).toEqual(times(10, 201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await countEnquiries(running.strapi)).toBe(3);
    await send().expect(429);
  });

  it.each([
    ['a field is wrong', 400, () => send(enquiry({ email: 'nonsense' }))],
    ['the training does not exist', 400, () => send(enquiry({ training: 'a'.repeat(24) }))],
    ['the key is none', 400, () => send(enquiry(), 'two words')],
    ['it is not JSON', 415, () => sendText('Hello', 'text')],
    ['it is broken JSON', 400, () => sendText('{', 'json')],
  ])('by what is refused because %s', async (_, status, sendOne) => {
    expect(await statusesOf(10, sendOne)).toEqual(times(10, status));
    expect(await statusesOf(4, send)).toEqual([201, 201, 201, 429]);
  });

  it('by a key that came with another body', async () => {
    await send(enquiry(), 'reused').expect(201);
    const other = () => send(enquiry({ message: 'Another' }), 'reused');
    expect(await statusesOf(10, other)).toEqual(times(10, 422));
    expect(await statusesOf(3, send)).toEqual([201, 201, 429]);
  });

  it('by what is over it', async () => {
    expect(await statusesOf(10, send)).toEqual([...times(3, 201), ...times(7, 429)]);
    const rows = await limits().where('key', 'like', 'enquiries/address:%').select('points');
    expect(rows).toEqual([{ points: PER_ADDRESS }]);
  });

  it('beyond what is there, when refused and right ones come at the same moment', async () => {
    const wrong = { training: 'a'.repeat(24) };
    await Promise.all(times(20, 0).map((_, index) => send(enquiry(index % 2 ? wrong : {}))));
    const stored = await countEnquiries(running.strapi);
    expect(stored).toBeLessThanOrEqual(PER_ADDRESS);
    expect(await statusesOf(PER_ADDRESS - stored + 1, send)).toEqual([
      ...times(PER_ADDRESS - stored, 201),
      429,
    ]);
  });
});

describe('one e-mail address', () => {
  it('may be given so often, from wherever', async () => {
    const email = 'canary@example.org';
    const answers = await statusesOf(PER_EMAIL + 2, () => sendFromElsewhere({ email }));
    expect(answers).toEqual([...times(PER_EMAIL, 201), 429, 429]);
    await sendFromElsewhere({ email: 'another@example.org' }).expect(201);
  });

  it('is the same in whatever way it is written', async () => {
    const ways = ['Canary@Example.org', 'canary+1@example.org', 'CANARY+two+3@EXAMPLE.ORG'];
    for (const email of [...ways, 'canary@example.org', 'canary@example.ORG']) {
      await sendFromElsewhere({ email }).expect(201);
    }
    const { body, headers } = await sendFromElsewhere({ email: 'canary@example.org' }).expect(429);
    expect(body.error.message).toContain('with this e-mail address');
    expect(Number(headers['retry-after'])).toBeGreaterThan(3500);
  });
});

describe('the desk', () => {
  it('takes so many enquiries from everybody together', async () => {
    const answers = await statusesOf(TOTAL + 2, sendFromElsewhere);
    expect(answers).toEqual([...times(TOTAL, 201), 429, 429]);
    const { body } = await sendFromElsewhere().expect(429);
    expect(body.error.message).toContain('More enquiries are coming in');
  });

  it('takes exactly so many of those that come at the same moment', async () => {
    const answers = await Promise.all(times(20, 0).map(() => sendFromElsewhere()));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(TOTAL);
  });

  it('has no less room for people after a flood of spam', async () => {
    const spam = { website: 'https://spam.example' };
    expect(await statusesOf(20, () => sendFromElsewhere(spam))).toEqual(times(20, 201));
    expect(await statusesOf(TOTAL, sendFromElsewhere)).toEqual(times(TOTAL, 201));
  });
});

describe('requests of one address', () => {
  it('are limited whatever becomes of them', async () => {
    await send(enquiry(), 'again').expect(201);
    await limits().where('key', 'like', 'enquiries/requests:%').update({ points: 200 });
    await send(enquiry({ email: 'nonsense' })).expect(429);
    const { body, headers } = await send(enquiry(), 'again').expect(429);
    expect(body.error.message).toContain('Too many requests');
    expect(Number(headers['retry-after'])).toBeGreaterThan(3500);
    await sendFromElsewhere().expect(201);
  });
});

describe('without the table of limits', () => {
  it('nothing is let pass unlimited: the answer is 503', async () => {
    await running.strapi.db.connection.raw('ALTER TABLE rate_limits RENAME TO away');
    try {
      const { body, headers } = await send().expect(503);
      expect(body.error.name).toBe('ServiceUnavailableError');
      expect(headers['retry-after']).toBe('5');
      expect(await countEnquiries(running.strapi)).toBe(0);
    } finally {
      await running.strapi.db.connection.raw('ALTER TABLE away RENAME TO rate_limits');
    }
    await send().expect(201);
  });
});
