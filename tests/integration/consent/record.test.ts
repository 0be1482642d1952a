import { createHash } from 'node:crypto';
import { signIn } from '../../helpers/accounts';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import {
  ACCEPT,
  answer,
  category,
  CATEGORIES,
  publishPolicy,
  REFUSE,
  rowsOf,
  wrongPaths,
} from './consents';

let running: RunningStrapi;
let policy: { documentId: string };

beforeAll(async () => {
  running = await startStrapi({ RATE_LIMIT_CONSENTS: '100000' });
  policy = await publishPolicy(running.strapi);
  await publishPolicy(
    running.strapi,
    {
      title: 'Politique',
      categories: [category('necessary', { required: true }), category('statistics')],
    },
    { locale: 'fr', documentId: policy.documentId },
  );
});

afterAll(async () => {
  await running.stop();
});

/** The record of a receipt, as the API tells it. */
async function read(receipt: string) {
  const { body } = await running.request.get(`/api/consents/${receipt}`).expect(200);
  return body.data;
}

describe('an answer to the notice', () => {
  it('is recorded, and told with its receipt', async () => {
    const { body, headers } = await answer(running, { choices: ACCEPT }).expect(201);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      data: {
        receipt: expect.stringMatching(/^cns_[\w-]{32}$/),
        policyVersion: 1,
        locale: 'en',
        choices: ACCEPT,
        recordedAt: expect.stringMatching(/Z$/),
        expiresAt: expect.stringMatching(/Z$/),
      },
      meta: {},
    });
    expect(Math.abs(Date.parse(body.data.recordedAt) - Date.now())).toBeLessThan(10_000);
  });

  it('holds for six calendar months', async () => {
    const { body } = await answer(running).expect(201);
    const [recorded, expires] = [new Date(body.data.recordedAt), new Date(body.data.expiresAt)];
    const months =
      (expires.getUTCFullYear() - recorded.getUTCFullYear()) * 12 +
      expires.getUTCMonth() -
      recorded.getUTCMonth();
    expect(months).toBe(6);
    expect(expires.toISOString().slice(10)).toBe(recorded.toISOString().slice(10));
    // The last day of a month may have none of its number half a year later.
    expect(expires.getUTCDate()).toBeLessThanOrEqual(recorded.getUTCDate());
  });

  it('is recorded when it is a refusal, as well', async () => {
    const { body } = await answer(running, { choices: REFUSE }).expect(201);
    expect(await read(body.data.receipt)).toMatchObject({ choices: REFUSE, method: 'reject-all' });
  });

  it('tells later what it was about', async () => {
    const sent = { choices: { ...REFUSE, analytics: true }, page: '/blog?email=a@example.org#top' };
    const { body } = await answer(running, sent).expect(201);
    const { body: current } = await running.request.get('/api/cookie-policies/current?locale=en');
    expect(await read(body.data.receipt)).toEqual({
      ...body.data,
      policyDocumentId: policy.documentId,
      policySha256: current.data.sha256,
      method: 'choices',
      page: '/blog',
      withdrawnAt: null,
    });
  });

  it.each([
    ['accept-all', ACCEPT],
    ['reject-all', REFUSE],
    ['choices', { ...REFUSE, marketing: true }],
  ])('is %s where it does not say how it was given', async (method, choices) => {
    const { body } = await answer(running, { choices }).expect(201);
    expect(await read(body.data.receipt)).toMatchObject({ method });
  });

  it('may have been given category by category, whatever was chosen', async () => {
    const { body } = await answer(running, { choices: ACCEPT, method: 'choices' }).expect(201);
    expect(await read(body.data.receipt)).toMatchObject({ method: 'choices' });
  });

  it('is about the categories of its own language', async () => {
    const choices = { necessary: true, statistics: true };
    await answer(running, { locale: 'fr', choices }).expect(201);
    const { body } = await answer(running, { locale: 'en', choices }).expect(400);
    expect(wrongPaths(body)).toEqual([
      ['choices', 'statistics'],
      ['choices', 'analytics'],
      ['choices', 'marketing'],
    ]);
  });
});

describe('an answer is refused', () => {
  const { necessary: _, ...withoutNecessary } = ACCEPT;
  it.each<[string, object, unknown[]]>([
    ['a category is unknown', { choices: { ...ACCEPT, other: true } }, ['choices', 'other']],
    ['a category is missing', { choices: withoutNecessary }, ['choices', 'necessary']],
    [
      'what is required is refused',
      { choices: { ...ACCEPT, necessary: false } },
      ['choices', 'necessary'],
    ],
    [
      'a choice is no choice',
      { choices: { ...ACCEPT, marketing: 'yes' } },
      ['choices', 'marketing'],
    ],
    ['a choice is null', { choices: { ...ACCEPT, marketing: null } }, ['choices', 'marketing']],
    ['the choices are a list', { choices: [true] }, ['choices']],
    ['the choices are missing', { choices: undefined }, ['choices']],
    ['the method is unknown', { method: 'click' }, ['method']],
    ['it claims to accept what it refuses', { method: 'accept-all' }, ['method']],
    ['it claims to refuse what it accepts', { method: 'reject-all', choices: ACCEPT }, ['method']],
    ['the version is unknown', { policyVersion: 2 }, ['policyVersion']],
    ['the version is no number', { policyVersion: '1' }, ['policyVersion']],
    ['the version is too large', { policyVersion: 1e12 }, ['policyVersion']],
    ['the language is unknown', { locale: 'de' }, ['locale']],
    ['the language is none', { locale: 'x' }, ['locale']],
    ['the language is missing', { locale: undefined }, ['locale']],
    ['the page is no path', { page: 'https://example.org/' }, ['page']],
    ['the page is not visible text', { page: '/a\u0000b' }, ['page']],
    ['the page is broken Unicode', { page: '/\ud800' }, ['page']],
    ['a field is unknown', { receipt: 'cns_mine' }, ['receipt']],
  ])('where %s', async (_case, changes, path) => {
    const before = (await rowsOf(running.strapi, 'consent_records')).length;
    const { body, headers } = await answer(running, changes).expect(400);
    expect(wrongPaths(body)).toEqual([path]);
    expect(headers['cache-control']).toBe('no-store');
    expect(await rowsOf(running.strapi, 'consent_records')).toHaveLength(before);
  });

  it('where it has a key that JavaScript gives a meaning', async () => {
    const text = `{"data":{"policyVersion":1,"locale":"en","choices":{"necessary":true,"analytics":true,"marketing":true,"__proto__":true}}}`;
    await running.request.post('/api/consents').type('json').send(text).expect(400);
  });

  it('saying that what is required cannot be refused', async () => {
    const { body } = await answer(running, { choices: { ...ACCEPT, necessary: false } });
    expect(body.error.message).toContain('cannot be refused');
  });

  it('where it is not JSON, or too large', async () => {
    await running.request.post('/api/consents').type('form').send('a=b').expect(415);
    await answer(running, { page: `/${'a'.repeat(20_000)}` }).expect(413);
    await running.request.post('/api/consents').send({ policyVersion: 1 }).expect(400);
  });
});

describe('what is stored', () => {
  it('is neither the receipt, nor the address, nor the user agent', async () => {
    const userAgent = 'Canary/1.0 (a browser of its own)';
    const { body } = await answer(running, {}, { 'User-Agent': userAgent }).expect(201);
    const tables = ['consent_records', 'consent_subjects', 'rate_limits'];
    const rows = await Promise.all(tables.map((table) => rowsOf(running.strapi, table)));
    const text = JSON.stringify(rows);
    for (const secret of [body.data.receipt, userAgent, '127.0.0.1']) {
      expect(text).not.toContain(secret);
      // The receipt is too long to be guessed; nothing else may be found by guessing.
      if (secret === body.data.receipt) continue;
      for (const encoding of ['hex', 'base64url'] as const)
        expect(text).not.toContain(createHash('sha256').update(secret).digest(encoding));
    }
  });

  it('ties an answer to the member who was signed in, and to nobody else', async () => {
    const subjects = async () => (await rowsOf(running.strapi, 'consent_subjects')).at(-1);
    await answer(running).expect(201);
    expect(await subjects()).toMatchObject({ member_id: null });
    const credentials = await signIn(running.strapi, 'authenticated');
    await answer(running, {}, credentials).expect(201);
    expect((await subjects())?.member_id).toEqual(expect.any(Number));
  });
});

describe('the receipt', () => {
  it.each(['cns_none', `cns_${'a'.repeat(32)}`, 'none', '..%2f..', '%00'])(
    'is not guessed: %s',
    async (receipt) => {
      for (const method of ['get', 'delete'] as const) {
        const { body, headers } = await running.request[method](`/api/consents/${receipt}`);
        expect(body.error).toMatchObject({ status: 404, name: 'NotFoundError' });
        expect(headers['cache-control']).toBe('no-store');
      }
    },
  );

  it('does not stand in the log', async () => {
    const written = jest.spyOn(running.strapi.log, 'http');
    const { body } = await answer(running).expect(201);
    await running.request.get(`/api/consents/${body.data.receipt}`).expect(200);
    await running.request.delete(`/API/consents/${body.data.receipt}/`).expect(200);
    const lines = JSON.stringify(written.mock.calls);
    expect(written).toHaveBeenCalledTimes(3);
    written.mockRestore();
    expect(lines).toContain('GET /api/consents/… ');
    expect(lines).not.toContain(body.data.receipt);
  });
});

it('offers what the policy in force offers', async () => {
  const { body } = await running.request.get('/api/cookie-policies/current').expect(200);
  expect(body.data.categories).toEqual(CATEGORIES);
});
