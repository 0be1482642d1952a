import type { Stored } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { fillWithSecrets, LISTS, SECRETS, TRAINING, type Secrets } from './secrets';
import { attributesOf, brackets, waysFrom } from './ways';

let running: RunningStrapi;
let seen: Secrets['seen'];

beforeAll(async () => {
  running = await startStrapi();
  ({ seen } = await fillWithSecrets(running));
});

afterAll(async () => {
  await running.stop();
});

describe.each(Object.entries(LISTS))('whatever is populated, %s', (uid, list) => {
  /** Ways along relations, components and media. */
  function everyWay(from: string, depth: number): string[][] {
    if (depth === 0) return [];
    return attributesOf(running.strapi, from).flatMap(([name, attribute]) => {
      const { type, target, component } = attribute;
      const next = type === 'media' ? 'plugin::upload.file' : (target ?? component);
      if (!['relation', 'media', 'component'].includes(type)) return [];
      if (attribute.private || (type === 'relation' && !(target && target in LISTS))) return [];
      return [[name], ...(next ? everyWay(next, depth - 1).map((rest) => [name, ...rest]) : [])];
    });
  }

  /** Everything at the ends of all ways of some length, in one query. */
  const everythingAfter = (steps: number) =>
    everyWay(uid, steps)
      .filter((names) => names.length === steps)
      .map((names) => `populate[${names.join('][populate][')}][populate]=*`)
      .join('&');

  /** All ways at once, in lists that an address has room for. */
  function queries(): string[] {
    const paths = everyWay(uid, 3).map((names) => names.join('.'));
    const lists = Array.from({ length: Math.ceil(paths.length / 80) }, (_, index) =>
      paths.slice(index * 80, index * 80 + 80).join(','),
    );
    const joined = lists.flatMap((list) => [`populate=${list}`, `populate=${list}&locale=es`]);
    return ['populate=*', ...joined, everythingAfter(1), everythingAfter(2)];
  }

  it('shows no draft and no private field', async () => {
    const canaries = new RegExp([...SECRETS.titles, ...SECRETS.private].join('|'));
    for (const query of queries()) {
      const { text } = await running.request.get(`${list}?${query}`).expect(200);
      expect(canaries.exec(text) && query).toBeNull();
    }
  });
});

describe('a file', () => {
  it('does not lead to the documents that show it when everything is populated', async () => {
    for (const list of ['/api/blogs', '/api/trainings']) {
      const query = 'populate[cover][populate]=*';
      const { body, text } = await running.request.get(`${list}?${query}`).expect(200);
      expect(body.data[0].cover.url).toBe('/a.png');
      expect(text).not.toContain('related"');
    }
  });

  it.each([
    'populate[cover][populate]=related',
    'populate[cover][populate][0]=related',
    'populate[cover][populate][related]=true',
    'populate[cover][populate][related][populate]=*',
    `populate[cover][populate][related][on][${TRAINING}][fields][0]=title`,
    'populate=cover.related',
    'filters[cover][related][id][$notNull]=true',
    'sort=cover.related.id',
  ])('does not lead to them by %s', async (query) => {
    await running.request.get(`/api/blogs?${query}`).expect(400);
  });
});

/** Fields of a type that visitors may not read. */
const privateFields = (uid: string) =>
  attributesOf(running.strapi, uid)
    .filter(([, attribute]) => attribute.private && attribute.type !== 'component')
    .map(([name]) => name);

/** Every way to ask for a field. */
const questions = (field: string) => [
  `fields=${field}`,
  `fields[0]=${field}`,
  `populate=${field}`,
  `populate[${field}]=true`,
  `populate[${field}][fields]=email`,
  `sort=${field}`,
  `sort=${field}.email`,
  `sort[${field}][email]=asc`,
  `filters[${field}][$null]=true`,
  `filters[${field}][$notNull]=true`,
  `filters[$or][0][${field}]=canary-source`,
  `filters[$not][${field}]=canary-source`,
  `filters[${field}][email][$startsWith]=canary`,
  `filters[${field}][$startsWith]=canary`,
  `filters[${field}]=1`,
];

/** Every way to ask for a field of a related document. */
const questionsAlong = (names: string[], field: string) => [
  `filters${brackets(names)}[${field}][email][$startsWith]=canary`,
  `filters${brackets(names)}[${field}]=1`,
  `sort=${[...names, field, 'email'].join('.')}`,
  `populate=${[...names, field].join('.')}`,
  `populate[${names.join('][populate][')}][fields]=${field}`,
];

describe.each(Object.entries(LISTS))('a private field of %s', (uid, list) => {
  it('cannot be asked for', async () => {
    expect(privateFields(uid)).toEqual(expect.arrayContaining(['createdBy', 'updatedBy']));
    for (const query of privateFields(uid).flatMap(questions)) {
      const { status, body } = await running.request.get(`${list}?${query}`);
      expect({ query, status, data: body.data }).toEqual({ query, status: 400, data: null });
    }
  });

  it('is not searched', async () => {
    for (const guess of ['canary', 'Canaryname', 'ary-so', 'ary-ha']) {
      const { body } = await running.request.get(`${list}?_q=${guess}`).expect(200);
      expect({ guess, found: body.data }).toEqual({ guess, found: [] });
    }
  });

  it('cannot be asked for from a related document', async () => {
    const wrongly: string[] = [];
    for (const [index, { names, target }] of waysFrom(running.strapi, uid, 2).entries()) {
      // All forms on single steps; on two steps, one form each.
      const fields = privateFields(target);
      const all = fields.flatMap((field) => questionsAlong(names, field));
      const chosen = names.length === 1 ? all : [all[index % all.length]];
      for (const query of chosen) {
        const { status } = await running.request.get(`${list}?${query}`);
        if (status !== 400) wrongly.push(`${query}: ${status}`);
      }
    }
    expect(wrongly).toEqual([]);
  });
});

describe('a document in one language leads', () => {
  const titles = async (address: string, field: string) => {
    const { body } = await running.request.get(address).expect(200);
    return (body.data[field] as Stored[]).map(({ title }) => title).sort();
  };

  it.each([
    ['blogs', undefined, ['Visible one', 'Visible three', 'Visible two']],
    ['blogs', 'en', ['Visible one', 'Visible three', 'Visible two']],
    ['blogs', 'fr', []],
    ['blogs', 'es', []],
    ['trainings', 'en', ['Visible one', 'Visible three', 'Visible two']],
    ['trainings', 'de', []],
  ])('from a person to %s in %s alone', async (field, locale, expected) => {
    const { documentId } = seen['api::person.person'] ?? { documentId: '' };
    const query = `populate=${field}${locale ? `&locale=${locale}` : ''}`;
    const found = await titles(`/api/people/${documentId}?${query}`, field);
    expect(found).toEqual(expected);
  });

  it.each([
    ['en', ['Visible one', 'Visible three', 'Visible two']],
    ['fr', ['Visible un']],
  ])('from a category in %s to trainings in that language', async (locale, expected) => {
    const { documentId } = seen['api::category.category'] ?? { documentId: '' };
    const address = `/api/categories/${documentId}?locale=${locale}&populate=`;
    expect(await titles(`${address}trainings`, 'trainings')).toEqual(expected);
    expect(await titles(`${address}blogs`, 'blogs')).toEqual(expected);
  });
});
