import type { Stored } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { FIELDS, fill } from './content';

const LISTS = Object.entries(FIELDS).map(([name, fields]) => ({ list: `/api/${name}`, fields }));

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi();
  await fill(running);
});

afterAll(async () => {
  await running.stop();
});

const get = (address: string) => running.request.get(address);
const keysOf = (document: object) => Object.keys(document).sort().join(' ');

describe.each(LISTS)('GET $list', ({ list, fields }) => {
  it('answers with a page of documents, whose fields are flat', async () => {
    const { body, headers } = await get(list).expect(200);
    expect(Object.keys(body)).toEqual(['data', 'meta']);
    expect(body.meta).toEqual({
      pagination: {
        page: 1,
        pageSize: 25,
        pageCount: expect.any(Number),
        total: expect.any(Number),
      },
    });
    expect(body.data.length).toBeGreaterThan(0);
    expect(headers['content-type']).toMatch(/^application\/json/);
    for (const document of body.data) expect(keysOf(document)).toBe(fields);
  });

  it('answers with one of them by its documentId', async () => {
    const { body } = await get(list);
    const [first] = body.data as Stored[];
    const one = await get(`${list}/${first?.documentId ?? ''}`).expect(200);
    expect(one.body).toEqual({ data: first, meta: {} });
  });

  it('answers 404 where there is none', async () => {
    const { body } = await get(`${list}/unknown`).expect(404);
    expect(body).toEqual({
      data: null,
      error: { status: 404, name: 'NotFoundError', message: 'Not Found', details: {} },
    });
  });

  it.each([
    'unknown=1',
    'Filters[id]=1',
    'lookup[id]=1',
    'where[id]=1',
    'data[id]=1',
    'select=id',
    'filters[unknown]=1',
    'filters[id][$unknown]=1',
    'sort=unknown',
    'sort=id:sideways',
    'fields=unknown',
    'populate=unknown',
    'populate[unknown]=true',
  ])('answers 400 to %s', async (query) => {
    const { body } = await get(`${list}?${query}`).expect(400);
    expect(body).toEqual({
      data: null,
      error: {
        status: 400,
        name: 'ValidationError',
        message: expect.any(String),
        details: expect.any(Object),
      },
    });
  });

  it.each([
    'populate=a.b.c.d',
    'populate=id,a.b.c.d',
    'populate[]=a.b.c.d',
    'populate[0]=id&populate[1]=a.b.c.d',
    'populate[7]=a.b.c.d',
    'populate[a]=true&populate[0]=a.b.c.d',
    'populate[a][populate]=b.c.d',
    'populate[a][populate][0]=b.c.d',
    'populate[a][populate][b][populate][c][populate]=d',
    'populate[a][populate][b][populate][c][populate]=*',
    'populate[a][populate][b][populate][c][populate][d]=true',
    'populate[a][on][x][populate][b][populate][c][populate]=*',
    `populate=${'a.'.repeat(7000)}a`,
  ])('answers 400 to %.80s, which reaches too deep', async (query) => {
    for (const address of [list, `${list}/unknown`]) {
      const { body } = await get(`${address}?${query}`).expect(400);
      expect(body.error.message).toMatch(/relations deep; 3 is the most/);
    }
  });

  it.each(['post', 'put', 'patch', 'delete'] as const)('lets visitors not %s', async (method) => {
    const { status } = await running.request[method](`${list}/unknown`).send({ data: {} });
    expect([403, 404, 405]).toContain(status);
    if (method === 'post') await running.request.post(list).send({ data: {} }).expect(403);
  });
});

describe('the length of a page', () => {
  it.each([
    ['', 25],
    ['pagination[pageSize]=10', 10],
    ['pagination[pageSize]=100', 100],
    ['pagination[pageSize]=101', 100],
    ['pagination[pageSize]=1e6', 100],
    ['pagination[pageSize]=999999999999', 100],
    ['pagination[pageSize][]=1000', 100],
    ['pagination[limit]=101', 100],
    ['pagination[limit]=1000000', 100],
    ['pagination[start]=5&pagination[limit]=1000', 100],
    ['pagination[withCount]=false&pagination[pageSize]=500', 100],
    ['pagination[pageSize]=1000&locale=*', 100],
  ])('with "%s" is %i', async (query, length) => {
    const { body } = await get(`/api/tags?${query}`).expect(200);
    expect(body.data).toHaveLength(length);
  });

  it.each([
    'pagination[pageSize]=-1',
    'pagination[pageSize]=0',
    'pagination[pageSize]=NaN',
    'pagination[pageSize]=Infinity',
    'pagination[pageSize]=many',
    'pagination[limit]=-1',
    'pagination[limit]=-100',
    'pagination[limit]=0',
    'pagination[limit]=NaN',
    'pagination[limit]=Infinity',
    'pagination=1000',
    'limit=1000',
    'limit=-1',
    'pageSize=1000',
    'start=0',
    'page=1&pageSize=1000',
  ])('with "%s" is no more than 100', async (query) => {
    const { status, body } = await get(`/api/tags?${query}`);
    expect([200, 400]).toContain(status);
    if (status === 200) expect(body.data.length).toBeLessThanOrEqual(100);
  });

  it('does not change what the pages hold together', async () => {
    const found: string[] = [];
    for (let page = 1; page <= 6; page += 1) {
      const { body } = await get(
        `/api/tags?pagination[page]=${page}&pagination[pageSize]=25`,
      ).expect(200);
      found.push(...(body.data as Stored[]).map(({ documentId }) => documentId));
    }
    expect(found).toHaveLength(131);
    expect(new Set(found).size).toBe(131);
  });
});

describe('populate', () => {
  it.each([
    ['/api/blogs', 'populate=authors.trainings.category'],
    ['/api/blogs', 'populate[authors][populate][trainings][populate]=category'],
    ['/api/trainings', 'populate=sessions.venue'],
    ['/api/trainings', 'populate[sessions][populate]=*'],
    ['/api/cookie-policies', 'populate=categories.cookies'],
    ['/api/site', 'populate=contact.callToAction'],
  ])('of %s may be %s', async (list, query) => {
    await get(`${list}?${query}`).expect(200);
  });

  it('of the site reaches three relations deep at most, too', async () => {
    await get('/api/site?populate=a.b.c.d').expect(400);
  });
});
