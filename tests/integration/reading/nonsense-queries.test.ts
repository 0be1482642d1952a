import { errors } from '@strapi/utils';
import fc from 'fast-check';

import { signInToPanel } from '../../helpers/accounts';
import { createFactories, createToken } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

let running: RunningStrapi;
let logged: jest.SpyInstance;

beforeAll(async () => {
  running = await startStrapi();
  const category = await createFactories(running.strapi).category();
  await createFactories(running.strapi).training({ category: category.documentId });
  logged = jest.spyOn(running.strapi.log, 'error');
});

afterEach(() => {
  // A client's mistake is no failure of the server.
  const messages = logged.mock.calls.map(String);
  logged.mockClear();
  expect(messages).toEqual([]);
});

afterAll(async () => {
  await running.stop();
});

const get = (address: string) => running.request.get(address);

describe('a condition that makes no sense', () => {
  it.each([
    ['filters[durationHours]=abc', '[durationHours] takes a number'],
    ['filters[id]=abc', '[id] takes a whole number'],
    ['filters[id]=1.5', '[id] takes a whole number'],
    ['filters[price][amount][$gt]=', '[price][amount][$gt] takes a number'],
    ['filters[durationHours][$contains]=1', '[$contains] searches text'],
    ['filters[title][$jsonSupersetOf]=1', '[$jsonSupersetOf] searches JSON'],
    ['filters[title][$between]=a', '[title][$between] takes a list of two values'],
    ['filters[title][$eq][$eq]=a', '[title][$eq] takes a value'],
    ['filters[title][$in][101]=a', 'a list of at most 100 values'],
    ['filters[title][$or][0]=a', '[title][$or] combines conditions on fields'],
    ['filters[title][slug]=a', '[title][slug] is no operator'],
    ['filters[]=abc', 'filters is a list of conditions'],
    ['filters[0][title]=a', 'filters is a list of conditions'],
    ['filters[$and][0][0][title]=a', 'filters[$and][0] is a list of conditions'],
    ['filters[$not][0][title]=a', 'filters[$not] is a list of conditions'],
    ['filters[$or]=1', 'filters[$or] takes a list of conditions'],
    ['filters[$or][title]=a', 'filters[$or] takes a list of conditions'],
    ['filters[$and][0]=a', 'filters[$and][0] takes conditions on fields'],
    ['filters[$not][$eq]=a', 'filters[$not][$eq] compares a field'],
    ['filters[category]=abc', '[category] takes a whole number'],
    ['filters[category][]=1', '[category] takes conditions on fields, not a list'],
    ['filters[category][$or][0]=1', '[category][$or][0] takes conditions on fields'],
    ['filters[category][$not][$eq]=1', '[category][$not] stands before a relation'],
    ['filters[category][$eq]=1&filters[category][name]=a', '[category] takes $eq alone'],
    ['populate[category][filters][id]=abc', 'populate[category][filters][id] takes a whole'],
    ['fields=', 'fields takes names'],
  ])('is told: %s', async (query, problem) => {
    const { body } = await get(`/api/trainings?${query}`).expect(400);
    expect(body).toEqual({
      data: null,
      error: {
        status: 400,
        name: 'ValidationError',
        message: expect.stringContaining(problem),
        details: { source: 'query', param: query.split(/[[=]/)[0], path: expect.any(String) },
      },
    });
  });

  it.each([
    'filters[id]=99999999999999',
    'filters[createdAt]=abc',
    'filters[title][$contains]=%00',
    'filters=abc',
    '_q=%00',
    'fields=title,',
    'sort=__proto__',
    'locale=!',
    'pagination[page]=abc',
    'pagination[start]=99999999999999999999',
    'pagination[page]=1&pagination[start]=1',
  ])('is told by Strapi or the database: %s', async (query) => {
    const { body, text } = await get(`/api/trainings?${query}`).expect(400);
    expect(body.error).toMatchObject({ status: 400, message: expect.any(String) });
    expect(text).not.toMatch(/select |knex|node_modules|\bat .*:\d+/i);
  });

  it.each(['/api/trainings/%00', '/api/trainings/%E0%A4%A'])('is no document: %s', async (path) => {
    const { status, body } = await get(path);
    expect([400, 404]).toContain(status);
    expect(body.error.status).toBe(status);
  });

  it('is told in the panel, too', async () => {
    const { credentials } = await signInToPanel(running, 'strapi-super-admin');
    const { body } = await get('/content-manager/collection-types/api::training.training')
      .query('filters[durationHours]=abc')
      .set(credentials)
      .expect(400);
    expect(body.error.message).toContain('takes a number');
  });
});

describe('a question that is merely odd', () => {
  it.each([
    'filters[__proto__][x]=1',
    'filters[constructor]=1',
    'populate[__proto__]=1',
    'sort=',
    'populate=',
    'pagination[page]=99999999999999999999',
    'pagination[page]=-1',
    'filters[title]=%E0%A4%A',
    '_q=%25',
    "_q='; DROP TABLE trainings; --",
  ])('does no harm: %s', async (query) => {
    const { status } = await get(`/api/trainings?${query}`);
    expect([200, 400]).toContain(status);
    await get('/api/trainings').expect(200);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each([
    ['filters[category][$notNull]=true', 1],
    ['filters[category][id][$notNull]=true', 1],
    ['filters[category][$or][0][name][$startsWith]=Cat', 1],
    ['filters[$not][category][name]=x', 1],
    ['filters[$and][0][$or][0][$not][title]=x', 1],
    ['filters[title][$not][$contains]=x', 1],
    ['filters[title][$startsWith][]=T&filters[title][$startsWith][]=x', 1],
    ['filters[durationHours][$null]=true', 1],
    ['filters[id][$between][]=1&filters[id][$between][]=100', 1],
    ['filters[id][$containsi]=x', 0],
    ['filters[price][amount][$gt]=1e2', 0],
  ])('is answered: %s', async (query, length) => {
    const { body } = await get(`/api/trainings?${query}`).expect(200);
    expect(body.data).toHaveLength(length);
  });
});

const OPERATORS = [
  ...['$not', '$in', '$notIn', '$eq', '$eqi', '$ne', '$nei', '$gt', '$gte', '$lt', '$lte'],
  ...['$null', '$notNull', '$between', '$startsWith', '$endsWith', '$startsWithi', '$endsWithi'],
  ...['$contains', '$notContains', '$containsi', '$notContainsi', '$jsonSupersetOf', '$or', '$and'],
];
const VALUES = ['abc', '1', '', 'true', '\0', '99999999999999999999', '2020-01-01', '{}'];
/** What may stand behind a field or an operator. */
const OPERANDS: ((value: string) => unknown)[] = [
  (value) => value,
  (value) => [value],
  (value) => [value, value],
  (value) => ({ $eq: value }),
  (value) => ({ id: value }),
  (value) => [{ $eq: value }],
];

interface Attribute {
  type: string;
}

/** Types that visitors or the desk read, with the addresses of their lists. */
function types(): { uid: 'api::blog.blog'; list: string; attributes: [string, Attribute][] }[] {
  return Object.values(running.strapi.contentTypes).flatMap(({ uid, kind, info, attributes }) => {
    if (!uid.startsWith('api::') || /redirect|version|draft/.test(uid)) return [];
    const name = kind === 'singleType' ? info.singularName : info.pluralName;
    const readable = Object.entries<Attribute>(attributes).filter(([key]) => !key.endsWith('edBy'));
    const own: [string, Attribute][] = [['id', { type: 'id' }], ...readable];
    return [{ uid: uid as 'api::blog.blog', list: `/api/${name}`, attributes: own }];
  });
}

/** One field of each type of attribute: the same conditions make sense on all of them. */
function fieldsOfEachType(): { uid: 'api::blog.blog'; name: string }[] {
  const fields = types().flatMap(({ uid, attributes }) =>
    attributes.map(([name, { type }]) => [type, { uid, name }] as const),
  );
  return [...new Map(fields).values()];
}

const isClassOfBadValues = (error: unknown) =>
  String((error as { code?: string }).code).startsWith('22');

it('no operator and no value make the database or the query builder fail, on any type', async () => {
  const failures: unknown[] = [];
  for (const { uid, name } of fieldsOfEachType()) {
    for (const [index, operator] of ['', ...OPERATORS].entries()) {
      for (const [offset, form] of OPERANDS.entries()) {
        const operand = form(VALUES[(index + offset) % VALUES.length] ?? '');
        const filters = { [name]: operator === '' ? operand : { [operator]: operand } };
        const documents = running.strapi.documents(uid);
        await documents.count({ filters } as never).catch((error: unknown) => {
          const isTold = error instanceof errors.ApplicationError || isClassOfBadValues(error);
          if (!isTold) failures.push({ uid, filters, error: String(error) });
        });
      }
    }
  }
  expect(failures).toEqual([]);
});

it('no condition at any depth is answered as a failure of the server', async () => {
  const token = await createToken(running.strapi);
  const names = types().flatMap(({ attributes }) => attributes.map(([name]) => name));
  const key = fc.constantFrom(...new Set(names), ...OPERATORS, '0', '1');
  const query = fc.record({
    list: fc.constantFrom(...types().map(({ list }) => list)),
    path: fc.array(key, { minLength: 1, maxLength: 5 }),
    value: fc.constantFrom(...VALUES),
  });
  await fc.assert(
    fc.asyncProperty(query, async ({ list, path, value }) => {
      const filters = `filters${path.map((part) => `[${part}]`).join('')}`;
      const { status } = await get(`${list}?${filters}=${encodeURIComponent(value)}`).set(token);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
});
