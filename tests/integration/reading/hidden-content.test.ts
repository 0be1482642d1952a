import { contentTypes } from '@strapi/utils';

import {
  createFactories,
  createToken,
  documentsOf,
  type Factories,
  type Stored,
} from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

/** Addresses of the lists that everybody may read. */
const LISTS: Record<string, string> = {
  'api::training.training': '/api/trainings',
  'api::blog.blog': '/api/blogs',
  'api::category.category': '/api/categories',
  'api::tag.tag': '/api/tags',
  'api::person.person': '/api/people',
  'api::training-session.training-session': '/api/training-sessions',
  'api::cookie-policy.cookie-policy': '/api/cookie-policies',
};
const TRAINING = 'api::training.training';
const BLOG = 'api::blog.blog';

/** Texts that stand in drafts, or in private fields, and that nobody may find out. */
const SECRETS = {
  titles: ['Canary draft', 'Canary change', 'Canary withdrawn', 'Canary translation'],
  private: ['canary-source', 'canary-hash', 'canary@example.org', 'Canaryname'],
};
const VISIBLE = ['Visible one', 'Visible two', 'Visible three', 'Visible un'];

let running: RunningStrapi;
let make: Factories;
/** A document of each type that visitors see. */
let seen: Record<string, Stored>;
/** Row of a training that visitors do not see. */
let hiddenRow: number;

beforeAll(async () => {
  running = await startStrapi();
  make = createFactories(running.strapi);
  await fill();
});

afterAll(async () => {
  await running.stop();
});

/** Visible documents that lead to each other and to hidden ones by every relation. */
async function fill(): Promise<void> {
  const file = await running.strapi.db.query('plugin::upload.file').create({
    data: {
      name: 'a.png',
      hash: 'a',
      ext: '.png',
      mime: 'image/png',
      size: 1,
      url: '/a.png',
      provider: 'local',
    },
  });
  const category = await make.category();
  const tag = await make.tag();
  const person = await make.person({ photo: file.id });
  for (const locale of ['fr', 'es']) {
    await make.category({}, { documentId: category.documentId, locale });
    await make.tag({}, { documentId: tag.documentId, locale });
  }
  const related = { category: category.documentId, tags: [tag.documentId], cover: file.id };
  const source = { sourceKey: 'canary-source', sourceHash: 'canary-hash' };

  const trainings: Stored[] = [];
  const blogs: Stored[] = [];
  const trainingValues = { ...related, ...source, trainers: [person.documentId] };
  const blogValues = { ...related, ...source, authors: [person.documentId] };
  /** A training and a blog of the same title, leading to the ones before. */
  const add = async (title: string, target: object) => {
    const pins = { relatedTrainings: trainings.map(({ documentId }) => documentId) };
    trainings.push(await make.training({ title, ...trainingValues, ...pins }, target));
    blogs.push(await make.blog({ title, ...blogValues, ...pins }, target));
  };
  await add('Canary draft', { status: 'draft' });
  await add('Canary withdrawn', {});
  await add('Visible three', {});
  await add('Visible two', {});
  await add('Visible one', {});
  const [hidden, withdrawn, three, two, one] = trainings;
  const [, withdrawnBlog, , , oneBlog] = blogs;
  if (!hidden || !withdrawn || !three || !two || !one || !withdrawnBlog || !oneBlog)
    throw new Error('Nothing was made');
  hiddenRow = hidden.id;

  const session = await make.session({ training: one.documentId });
  for (const { documentId } of [hidden, withdrawn, three, two])
    await make.session({ training: documentId });
  for (const [uid, shown, back] of [
    [TRAINING, one, withdrawn],
    [BLOG, oneBlog, withdrawnBlog],
  ] as const) {
    const documents = documentsOf(running.strapi, uid);
    const type = uid === TRAINING ? 'training' : 'blog';
    const { documentId } = shown;
    await make[type]({ title: 'Visible un', ...related }, { documentId, locale: 'fr' });
    await make[type](
      { title: 'Canary translation', ...related },
      { documentId, locale: 'es', status: 'draft' },
    );
    await documents.update({ documentId, data: { title: 'Canary change' } });
    await documents.unpublish({ documentId: back.documentId });
  }
  const policy = await make.cookiePolicy({ title: 'Visible one' });
  const translation = { documentId: policy.documentId, locale: 'fr' };
  await make.cookiePolicy({ title: 'Visible un' }, translation);
  await make.cookiePolicy({ title: 'Canary change' }, { ...translation, status: 'draft' });
  await make.cookiePolicy({ title: 'Canary draft' }, { status: 'draft' });
  seen = {
    [TRAINING]: one,
    [BLOG]: oneBlog,
    'api::category.category': category,
    'api::tag.tag': tag,
    'api::person.person': person,
    'api::training-session.training-session': session,
    'api::cookie-policy.cookie-policy': policy,
  };
  await sign();
}

/** Has an administrator be the author of everything. */
async function sign(): Promise<void> {
  const { id } = await running.strapi.db.query('admin::user').create({
    data: { email: 'canary@example.org', firstname: 'Canaryname', isActive: true },
  });
  for (const uid of Object.keys(LISTS)) {
    await running.strapi.db.query(uid).updateMany({
      where: {},
      data: { createdBy: id, updatedBy: id },
    });
  }
}

interface Attribute {
  type: string;
  target?: string;
  component?: string;
  private?: boolean;
}

function attributesOf(uid: string): [string, Attribute][] {
  const model = running.strapi.getModel(uid as typeof BLOG);
  return Object.entries(model.attributes);
}

const hasDrafts = (uid: string) =>
  contentTypes.hasDraftAndPublish(running.strapi.getModel(uid as typeof BLOG));

/** One way from a type along its relations. */
interface Way {
  uid: string;
  names: string[];
  /** The type at its end. */
  target: string;
  /** Whether it goes through a step whose rows Strapi does not keep to the published ones. */
  isRisky: boolean;
}

/** All ways of at most `depth` steps between types that visitors may read. */
function waysFrom(uid: string, depth: number): Way[] {
  if (depth === 0) return [];
  return attributesOf(uid).flatMap(([name, attribute]) => {
    const { type, target } = attribute;
    if (type !== 'relation' || !target || !(target in LISTS) || attribute.private) return [];
    const isRisky = hasDrafts(target) && (name === 'localizations' || !hasDrafts(uid));
    return [
      { uid, names: [name], target, isRisky },
      ...waysFrom(target, depth - 1).map((way) => ({
        uid,
        names: [name, ...way.names],
        target: way.target,
        isRisky: isRisky || way.isRisky,
      })),
    ];
  });
}

const waysToDrafts = (uid: string, depth: number) =>
  waysFrom(uid, depth).filter(({ target }) => hasDrafts(target));

const brackets = (names: readonly (string | number)[]) => names.map((name) => `[${name}]`).join('');

const anyOf = (titles: readonly string[]) => (path: string) =>
  titles.map((title, index) => `${path}[title][$in][${index}]=${title}`).join('&');

const right = anyOf(SECRETS.titles);
const wrong = anyOf(['Nothing of', 'the kind', 'is anywhere', 'in here']);

/** What a visitor learns from a query: status and everything that is answered. */
async function answer(address: string): Promise<string> {
  const { status, text } = await running.request.get(address);
  return `${status} ${text}`;
}

/** Ways on which a right guess at a draft's title is answered otherwise than a wrong one. */
async function findLeaks(
  ways: Way[],
  query: (way: Way, guess: (path: string) => string) => string,
): Promise<string[]> {
  const leaks: string[] = [];
  for (const way of ways) {
    const list = LISTS[way.uid] ?? '';
    const [ofRight, ofWrong] = [right, wrong].map((guess) => `${list}?${query(way, guess)}`);
    if ((await answer(ofRight ?? '')) !== (await answer(ofWrong ?? ''))) leaks.push(ofRight ?? '');
  }
  return leaks;
}

describe.each(Object.entries(LISTS))('a condition on %s', (uid, list) => {
  it('tells nothing about drafts, on any way to them', async () => {
    const ways = waysToDrafts(uid, 3);
    expect(await findLeaks(ways, ({ names }, guess) => guess(`filters${brackets(names)}`))).toEqual(
      [],
    );
  });

  it('finds documents by the published ones that they lead to, on the same ways', async () => {
    const blind: string[] = [];
    for (const { names } of waysToDrafts(uid, 2)) {
      const { body } = await running.request
        .get(`${list}?${anyOf(VISIBLE)(`filters${brackets(names)}`)}`)
        .expect(200);
      if (body.data.length === 0) blind.push(names.join('.'));
    }
    expect(blind).toEqual([]);
  });

  it.each<[string, (path: (string | number)[], guess: (path: string) => string) => string]>([
    ['$or', (path, guess) => guess(`filters[$or][0]${brackets(path)}`)],
    ['$and', (path, guess) => guess(`filters[$and][0]${brackets(path)}`)],
    ['$not', (path, guess) => guess(`filters[$not]${brackets(path)}`)],
    ['$not below', (path, guess) => guess(`filters${brackets(path)}[$not]`)],
    ['$or below', (path, guess) => guess(`filters${brackets(path)}[$or][0]`)],
    ['$and and $or', (path, guess) => guess(`filters[$and][0][$or][0]${brackets(path)}[$and][0]`)],
    ['a list', (path, guess) => guess(`filters[0]${brackets(path)}`)],
  ])('tells nothing about drafts behind %s', async (_how, write) => {
    const ways = waysToDrafts(uid, 2);
    expect(await findLeaks(ways, ({ names }, guess) => write(names, guess))).toEqual([]);
  });

  it('tells nothing about drafts inside populate', async () => {
    const ways = waysToDrafts(uid, 2).filter(({ names }) => names.length > 1);
    const inside = ({ names: [first = '', ...rest] }: Way, guess: (path: string) => string) =>
      guess(`populate[${first}][filters]${brackets(rest)}`);
    expect(await findLeaks(ways, inside)).toEqual([]);
  });

  it('tells nothing about drafts by their rows', async () => {
    const leaks: string[] = [];
    for (const { names } of waysToDrafts(uid, 1).filter(({ target }) => target === TRAINING)) {
      for (const operator of [
        '',
        '[$eq]',
        '[$in][0]',
        '[$gt]',
        '[id]',
        '[id][$lt]',
        '[0]',
        '[$not]',
      ]) {
        const path = `filters${brackets(names)}${operator}`;
        const ask = (row: number) => answer(`${list}?${path}=${row}`);
        const isRange = /[lg]t/.test(operator);
        const [guess, miss] = isRange ? [hiddenRow, hiddenRow] : [hiddenRow, 999_999];
        if ((await ask(guess)) !== (await ask(miss))) leaks.push(path);
      }
    }
    expect(leaks).toEqual([]);
  });
});

describe.each(Object.entries(LISTS))('the order of %s', (uid, list) => {
  it('does not depend on drafts', async () => {
    const wrongly: string[] = [];
    for (const { names, isRisky } of waysToDrafts(uid, 2)) {
      const path = [...names, 'title'];
      for (const sort of [
        `sort=${path.join('.')}`,
        `sort${brackets(path)}=asc`,
        `sort[0]=${path.join('.')}:desc`,
      ]) {
        const { status } = await running.request.get(`${list}?${sort}`);
        if (status !== (isRisky ? 400 : 200)) wrongly.push(`${sort}: ${status}`);
      }
    }
    expect(wrongly).toEqual([]);
  });
});

describe.each(Object.entries(LISTS))('whatever is populated, %s', (uid, list) => {
  /** Ways along relations, components and media. */
  function everyWay(from: string, depth: number): string[][] {
    if (depth === 0) return [];
    return attributesOf(from).flatMap(([name, { type, target, component, private: isPrivate }]) => {
      const next = type === 'media' ? 'plugin::upload.file' : (target ?? component);
      if (!['relation', 'media', 'component'].includes(type)) return [];
      if (isPrivate || (type === 'relation' && !(target && target in LISTS))) return [];
      return [[name], ...(next ? everyWay(next, depth - 1).map((rest) => [name, ...rest]) : [])];
    });
  }

  const nested = (names: string[], end: string) => `populate[${names.join('][populate][')}]${end}`;

  /** All ways at once, in lists that an address has room for, and each with everything at its end. */
  function queries(): string[] {
    const paths = everyWay(uid, 3).map((names) => names.join('.'));
    const lists = Array.from({ length: Math.ceil(paths.length / 40) }, (_, index) =>
      paths.slice(index * 40, index * 40 + 40).join(','),
    );
    const joined = lists.flatMap((list) => [`populate=${list}`, `populate=${list}&locale=es`]);
    const ends = everyWay(uid, 2).map((names) => nested(names, '[populate]=*'));
    return ['populate=*', ...joined, ...ends];
  }

  it('shows no draft and no private field', async () => {
    const found: string[] = [];
    const refused: string[] = [];
    const canaries = new RegExp([...SECRETS.titles, ...SECRETS.private].join('|'));
    for (const query of queries()) {
      const { text, status } = await running.request.get(`${list}?${query}`);
      if (canaries.test(text)) found.push(query);
      if (status !== 200) refused.push(query);
    }
    expect(found).toEqual([]);
    expect(refused).toEqual([]);
  });
});

describe('a file', () => {
  it.each([
    'populate[cover][populate]=*',
    'populate[cover][populate]=related',
    'populate[cover][populate][0]=related',
    'populate[cover][populate][related]=true',
    'populate[cover][populate][related][populate]=*',
    `populate[cover][populate][related][on][${TRAINING}][fields][0]=title`,
  ])('does not lead to the documents that show it by %s', async (query) => {
    for (const list of ['/api/blogs', '/api/trainings']) {
      const { body, text } = await running.request.get(`${list}?${query}`).expect(200);
      expect(body.data[0].cover.url).toBe('/a.png');
      expect(text).not.toContain('related"');
    }
  });

  it.each([
    'populate=cover.related',
    'filters[cover][related][id][$notNull]=true',
    'sort=cover.related.id',
  ])('does not lead to them by %s', async (query) => {
    await running.request.get(`/api/blogs?${query}`).expect(400);
  });
});

describe.each(Object.entries(LISTS))('a private field of %s', (_uid, list) => {
  const fields = ['createdBy', 'updatedBy', 'sourceKey', 'sourceHash'];

  it.each(fields)('cannot be asked for: %s', async (field) => {
    for (const query of [
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
    ]) {
      const { status, body } = await running.request.get(`${list}?${query}`);
      expect({ query, status, data: body.data }).toEqual({ query, status: 400, data: null });
    }
  });

  it('is not searched', async () => {
    for (const guess of [
      'canary-source',
      'canary-hash',
      'canary',
      'Canary',
      'Canaryname',
      'ary-so',
    ]) {
      const { body } = await running.request.get(`${list}?_q=${guess}`).expect(200);
      expect({ guess, found: body.data }).toEqual({ guess, found: [] });
    }
  });
});

it('a private field of a related document cannot be asked for', async () => {
  const wrongly: string[] = [];
  for (const [uid, list] of Object.entries(LISTS)) {
    for (const { names } of waysFrom(uid, 2)) {
      for (const query of [
        `filters${brackets(names)}[createdBy][email][$startsWith]=canary`,
        `filters${brackets(names)}[updatedBy]=1`,
        `sort=${[...names, 'createdBy', 'email'].join('.')}`,
        `populate=${[...names, 'createdBy'].join('.')}`,
        `populate[${names.join('][populate][')}][fields]=createdBy`,
      ]) {
        const { status } = await running.request.get(`${list}?${query}`);
        if (status !== 400) wrongly.push(`${list}?${query}: ${status}`);
      }
    }
  }
  expect(wrongly).toEqual([]);
});

describe('drafts', () => {
  const FORMS = [
    'status=draft',
    'status[]=draft',
    'status[0]=draft',
    'status[x]=draft',
    'status=DRAFT',
    'status=Draft',
    'status=',
    'status',
    'status=published&status=draft',
    'status=draft&status=published',
    '%73tatus=draft',
    'publicationFilter=modified',
    'publicationFilter=never-published',
    'hasPublishedVersion=true',
    'hasPublishedVersion=false',
  ];

  /** Every address at which documents are read, with the status of an answer that refuses drafts. */
  function addresses(): [string, number][] {
    const slug = (uid: string) => seen[uid]?.slug ?? '';
    return [
      ...Object.entries(LISTS).flatMap(([uid, list]): [string, number][] => [
        [list, 403],
        [`${list}/${seen[uid]?.documentId ?? ''}`, 403],
      ]),
      ['/api/site', 403],
      [`/api/trainings/by-slug/${slug(TRAINING)}`, 403],
      [`/api/blogs/by-slug/${slug(BLOG)}`, 403],
      [`/api/cookie-policies/by-slug/${slug('api::cookie-policy.cookie-policy')}`, 403],
      // Routes with parameters of their own, of which status is none.
      ['/api/blogs/latest', 400],
      ['/api/cookie-policies/current', 400],
      [`/api/trainings/${seen[TRAINING]?.documentId ?? ''}/related`, 400],
    ];
  }

  it.each(FORMS)('are refused to visitors who ask for %s', async (form) => {
    const wrongly: string[] = [];
    for (const [address, expected] of addresses()) {
      const { status, text } = await running.request.get(`${address}?${form}`);
      if (status !== expected || text.includes('Canary')) wrongly.push(`${address}: ${status}`);
    }
    expect(wrongly).toEqual([]);
  });

  it('are refused in words that help', async () => {
    const { body } = await running.request.get('/api/blogs?status=draft').expect(403);
    expect(body).toEqual({
      data: null,
      error: {
        status: 403,
        name: 'ForbiddenError',
        message: expect.stringContaining('Leave out `status`'),
        details: {},
      },
    });
  });

  it('are refused to a token that may only read', async () => {
    const token = await createToken(running.strapi, ['api::blog.blog.find']);
    await running.request.get('/api/blogs').set(token).expect(200);
    await running.request.get('/api/blogs?status=draft').set(token).expect(403);
    await running.request.get('/api/trainings').set(token).expect(403);
  });

  it('are shown to a token that has the permission for them', async () => {
    const permissions = [
      'api::draft.draft.read',
      'api::blog.blog.find',
      'api::blog.blog.findBySlug',
    ];
    const token = await createToken(running.strapi, permissions);
    const { body } = await running.request.get('/api/blogs?status=draft').set(token).expect(200);
    const titles = (body.data as Stored[]).map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining(['Canary draft', 'Canary change', 'Canary withdrawn']),
    );
    const slug = seen[BLOG]?.slug ?? '';
    const address = `/api/blogs/by-slug/${slug}`;
    const draft = await running.request.get(`${address}?status=draft`).set(token).expect(200);
    expect(draft.body.data.title).toBe('Canary change');
    const published = await running.request.get(address).set(token).expect(200);
    expect(published.body.data.title).toBe('Visible one');
  });

  it('are no permission to read anything else', async () => {
    const token = await createToken(running.strapi, ['api::draft.draft.read']);
    await running.request.get('/api/blogs?status=draft').set(token).expect(403);
    await running.request.get('/api/blogs').set(token).expect(403);
  });

  it('are shown to a token with full access', async () => {
    const token = await createToken(running.strapi);
    const { body } = await running.request
      .get(`/api/trainings/${seen[TRAINING]?.documentId ?? ''}?status=draft`)
      .set(token)
      .expect(200);
    expect(body.data.title).toBe('Canary change');
  });

  it('are shown at no address of their own', async () => {
    for (const slug of ['canary-draft', 'canary-withdrawn', 'canary-change', 'canary-translation'])
      for (const path of ['trainings', 'blogs'])
        for (const locale of ['en', 'fr', 'es'])
          await running.request.get(`/api/${path}/by-slug/${slug}?locale=${locale}`).expect(404);
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
