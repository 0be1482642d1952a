import { at } from '../../helpers/clock';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { countEnquiries, enquiry, readEnquiry, removeEnquiries, VISITOR } from './enquiries';

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

const send = (data: object) => running.request.post('/api/enquiries').send({ data });

async function fetchToken(): Promise<string> {
  const { body } = await running.request.get('/api/enquiries/form-token').expect(200);
  return body.data.token;
}

/** A token that was fetched a while ago; below 0, so lately that no test is slow enough for it. */
async function oldToken(secondsAgo: number): Promise<string> {
  const then = new Date(Date.now() - secondsAgo * 1000).toISOString();
  return at(then, () => fetchToken());
}

/** Sends an enquiry and reads what was thought of it. */
async function verdictOn(data: object): Promise<object> {
  const { body } = await send(data).expect(201);
  const { state, spamScore, spamReasons } = await readEnquiry(running.strapi, body.data.reference);
  return { state, spamScore, spamReasons };
}

const clean = { state: 'new', spamScore: 0, spamReasons: [] };

describe('GET /api/enquiries/form-token', () => {
  it('hands out a token with its times, for nobody to keep', async () => {
    const { body, headers } = await running.request.get('/api/enquiries/form-token').expect(200);
    const { token, issuedAt, expiresAt } = body.data;
    expect(body).toEqual({ data: { token, issuedAt, expiresAt }, meta: {} });
    expect(token).toMatch(/^[\w.-]{60,100}$/);
    expect(Math.abs(Date.now() - Date.parse(issuedAt))).toBeLessThan(60_000);
    expect(Date.parse(expiresAt) - Date.parse(issuedAt)).toBe(24 * 60 * 60 * 1000);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('hands out another each time and stores nothing', async () => {
    expect(await fetchToken()).not.toBe(await fetchToken());
    const used = await running.strapi.db.connection('enquiry_used_tokens').select();
    expect(used).toEqual([]);
  });
});

describe('an enquiry from a form', () => {
  it('that was open for a while shows no sign of spam', async () => {
    expect(await verdictOn(enquiry({ formToken: await oldToken(30) }))).toEqual(clean);
  });

  it('may leave the token out, empty or null, for a few points', async () => {
    const expected = { state: 'new', spamScore: 10, spamReasons: ['no-form-token'] };
    for (const formToken of [undefined, '', null]) {
      expect(await verdictOn(enquiry({ formToken }))).toEqual(expected);
    }
  });

  it('that comes back at once was sent too fast', async () => {
    expect(await verdictOn(enquiry({ formToken: await oldToken(-60) }))).toEqual({
      state: 'new',
      spamScore: 40,
      spamReasons: ['sent-too-fast'],
    });
  });

  it('is judged, not refused, by a token that is old or made up', async () => {
    const formToken = await oldToken(25 * 60 * 60);
    expect(await verdictOn(enquiry({ formToken }))).toMatchObject({
      spamReasons: ['form-token-expired'],
    });
    expect(await verdictOn(enquiry({ formToken: 'made up' }))).toMatchObject({
      spamReasons: ['form-token-forged'],
    });
  });

  it('has a token that is good once', async () => {
    const formToken = await oldToken(30);
    expect(await verdictOn(enquiry({ formToken }))).toEqual(clean);
    expect(await verdictOn(enquiry({ formToken }))).toEqual({
      state: 'new',
      spamScore: 25,
      spamReasons: ['form-token-reused'],
    });
  });

  it('has a token that is good once, also of ten at the same moment', async () => {
    const formToken = await oldToken(30);
    const verdicts = await Promise.all(
      Array.from({ length: 10 }, () => verdictOn(enquiry({ formToken }))),
    );
    expect(verdicts.filter((verdict) => 'spamScore' in verdict && !verdict.spamScore)).toHaveLength(
      1,
    );
  });

  it('does not use up the token when it is refused', async () => {
    const formToken = await oldToken(30);
    await send(enquiry({ formToken, email: 'nonsense' })).expect(400);
    await send(enquiry({ formToken, training: 'a'.repeat(24) })).expect(400);
    expect(await verdictOn(enquiry({ formToken }))).toEqual(clean);
  });

  it('is the same enquiry when it is sent again, with the same token or a new one', async () => {
    const formToken = await oldToken(30);
    const again = (token: string) =>
      send(enquiry({ formToken: token })).set('Idempotency-Key', 'a-form');
    const first = await again(formToken).expect(201);
    await again(formToken).expect(201, first.body);
    await again(await fetchToken()).expect(201, first.body);
    expect(await countEnquiries(running.strapi)).toBe(1);
    expect(await readEnquiry(running.strapi, first.body.data.reference)).toMatchObject(clean);
  });

  it('leaves a trace of the token until it expires', async () => {
    await send(enquiry({ formToken: await oldToken(23 * 60 * 60) })).expect(201);
    const used = () => running.strapi.db.connection('enquiry_used_tokens').select('id');
    const before = await used();
    const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000).toISOString();
    await at(tomorrow, async () => {
      await send(enquiry({ formToken: await fetchToken() })).expect(201);
    });
    expect(before.length).toBeGreaterThan(0);
    expect(await used()).toHaveLength(1);
  });
});

describe('spam', () => {
  const spam = () => enquiry({ website: 'https://spam.example' });

  it('is answered as everything else is', async () => {
    const person = await send(enquiry()).expect(201);
    const program = await send(spam()).expect(201);
    expect(Object.keys(program.body.data)).toEqual(Object.keys(person.body.data));
    expect(program.body.data.reference).toMatch(/^ENQ-\d{4}-\d{6}$/);
    const namesOf = ({ headers }: typeof person) => Object.keys(headers).sort();
    expect(namesOf(program)).toEqual(namesOf(person));
  });

  it('is set aside with the score and the reasons, and nothing of it is dropped', async () => {
    const { body } = await send(spam()).expect(201);
    expect(await readEnquiry(running.strapi, body.data.reference)).toMatchObject({
      ...VISITOR,
      state: 'spam',
      spamScore: 100,
      spamReasons: ['honeypot', 'no-form-token'],
    });
  });

  it('is told by its links', async () => {
    const message = 'Great! [url=https://pills.example]cheap pills[/url]';
    expect(await verdictOn(enquiry({ message }))).toEqual({
      state: 'spam',
      spamScore: 55,
      spamReasons: ['link-markup', 'no-form-token'],
    });
  });

  it('is made new again by the desk', async () => {
    const { body } = await send(spam()).expect(201);
    const { documentId } = await readEnquiry(running.strapi, body.data.reference);
    const enquiries = running.strapi.documents('api::enquiry.enquiry');
    await enquiries.update({ documentId, data: { state: 'new' } });
    expect(await readEnquiry(running.strapi, body.data.reference)).toMatchObject({
      state: 'new',
      spamScore: 100,
    });
  });
});
