import {
  createFactories,
  createToken,
  documentsOf,
  validValues,
  type Factories,
} from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

const TYPES = [
  { type: 'training', uid: 'api::training.training', path: 'trainings', name: 'title' },
  { type: 'blog', uid: 'api::blog.blog', path: 'blogs', name: 'title' },
  {
    type: 'cookiePolicy',
    uid: 'api::cookie-policy.cookie-policy',
    path: 'cookie-policies',
    name: 'title',
  },
  { type: 'category', uid: 'api::category.category', path: 'categories', name: 'name' },
  { type: 'tag', uid: 'api::tag.tag', path: 'tags', name: 'name' },
  { type: 'person', uid: 'api::person.person', path: 'people', name: 'name' },
] as const;

const LOCALIZED = TYPES.filter(({ type }) => type !== 'person');
const PUBLISHABLE = TYPES.slice(0, 3);

let running: RunningStrapi;
let make: Factories;
let token: { Authorization: string };

beforeAll(async () => {
  running = await startStrapi();
  make = createFactories(running.strapi);
  token = await createToken(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

const documents = (uid: string) => documentsOf(running.strapi, uid);

/** What the API answers to a writer whose slug another document has. */
const TAKEN = {
  data: null,
  error: expect.objectContaining({
    status: 400,
    name: 'ValidationError',
    details: { errors: [expect.objectContaining({ path: ['slug'] })] },
  }),
};

describe.each(TYPES)('the slug of a $type', ({ type, uid, path, name }) => {
  const create = (slug: string) =>
    running.request
      .post(`/api/${path}`)
      .set(token)
      .send({ data: { ...validValues(uid), slug } });

  it('comes from the title or name', async () => {
    expect((await make[type]({ [name]: 'Élève & Maître' })).slug).toBe('eleve-and-maitre');
  });

  it('stays when the title or name changes', async () => {
    const { documentId, slug } = await make[type]({ [name]: 'Kept' });
    const renamed = await documents(uid).update({ documentId, data: { [name]: 'Changed' } });
    expect(renamed.slug).toBe(slug);
    const emptied = await make[type]({ [name]: 'Changed again', slug: '' }, { documentId });
    expect(emptied.slug).toBe(slug);
    const nulled = await make[type]({ [name]: 'And again', slug: null }, { documentId });
    expect(nulled.slug).toBe(slug);
  });

  it('changes when an editor writes another', async () => {
    const { documentId } = await make[type]();
    const renamed = await make[type]({ slug: 'written-by-hand' }, { documentId });
    expect(renamed.slug).toBe('written-by-hand');
  });

  it('gets the next number where others have it', async () => {
    const slugs: string[] = [];
    for (let index = 0; index < 3; index += 1)
      slugs.push((await make[type]({ [name]: 'Wanted by many' })).slug);
    expect(slugs).toEqual(['wanted-by-many', 'wanted-by-many-2', 'wanted-by-many-3']);
  });

  it('differs for documents that are made at the same moment', async () => {
    const made = await Promise.all(
      Array.from({ length: 5 }, () => make[type]({ [name]: 'At once' })),
    );
    expect(made.map(({ slug }) => slug).sort()).toEqual([
      'at-once',
      'at-once-2',
      'at-once-3',
      'at-once-4',
      'at-once-5',
    ]);
  });

  it('is the name of the type where nothing of the title can be transliterated', async () => {
    expect((await make[type]({ [name]: '你好' })).slug).toBe(uid.split('.')[1]);
  });

  it('is refused with its path where another document has it', async () => {
    await create(`explicit-${path}`).expect(201);
    const { body } = await create(`explicit-${path}`).expect(400);
    expect(body).toEqual(TAKEN);
    const { documentId } = await make[type]();
    const renamed = await running.request
      .put(`/api/${path}/${documentId}`)
      .set(token)
      .send({ data: { slug: `explicit-${path}` } })
      .expect(400);
    expect(renamed.body).toEqual(TAKEN);
  });

  it('is given to one of two writers who want it at the same moment', async () => {
    const answers = await Promise.all([create('wanted-at-once'), create('wanted-at-once')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
    expect(answers.find(({ status }) => status === 400)?.body).toEqual(TAKEN);
  });

  it('is free again when its document is gone', async () => {
    const { documentId } = await make[type]({ [name]: 'Come and gone' });
    await documents(uid).delete({ documentId, locale: '*' });
    expect((await make[type]({ [name]: 'Come and gone' })).slug).toBe('come-and-gone');
  });
});

describe.each(LOCALIZED)('the slug of a translated $type', ({ type, uid, name }) => {
  it('comes from the translated title', async () => {
    const { documentId, slug } = await make[type]({ [name]: 'Translated' });
    const french = await make[type]({ [name]: 'Traduit' }, { documentId, locale: 'fr' });
    expect([slug, french.slug]).toEqual(['translated', 'traduit']);
    const english = await documents(uid).findOne({ documentId, locale: 'en' });
    expect(english?.slug).toBe('translated');
  });

  it('may be the same in another language', async () => {
    const { documentId, slug } = await make[type]({ [name]: 'Photo' });
    const french = await make[type]({ [name]: 'Photo' }, { documentId, locale: 'fr' });
    const other = await make[type]({ [name]: 'Photo' }, { locale: 'de' });
    expect([slug, french.slug, other.slug]).toEqual(['photo', 'photo', 'photo']);
  });

  it('gets a number where another document has it in the same language', async () => {
    await make[type]({ [name]: 'Déjà pris' }, { locale: 'fr' });
    const { documentId } = await make[type]();
    const french = await make[type]({ [name]: 'Déjà pris' }, { documentId, locale: 'fr' });
    expect(french.slug).toBe('deja-pris-2');
  });
});

describe.each(PUBLISHABLE)('the slug of a $type that is a draft', ({ type, uid, name }) => {
  it('is taken for others, and stays when it is published', async () => {
    const draft = await make[type]({ [name]: 'Not yet' }, { status: 'draft' });
    expect((await make[type]({ [name]: 'Not yet' })).slug).toBe('not-yet-2');
    const { documentId } = draft;
    const { entries } = await documents(uid).publish({ documentId });
    expect(entries.map(({ slug }) => slug)).toEqual(['not-yet']);
  });

  it('is refused where another draft has it', async () => {
    await make[type]({ slug: 'of-a-draft' }, { status: 'draft' });
    await expect(make[type]({ slug: 'of-a-draft' }, { status: 'draft' })).rejects.toMatchObject({
      name: 'ValidationError',
      details: { errors: [{ path: ['slug'] }] },
    });
  });
});

describe('a copy', () => {
  it('gets slugs of its own in every language', async () => {
    const { documentId } = await make.training({ title: 'Original' });
    await make.training({ title: 'Original français' }, { documentId, locale: 'fr' });
    const { entries } = await documents('api::training.training').clone({
      documentId,
      locale: '*',
    });
    const [copy] = entries;
    expect(copy?.documentId).not.toBe(documentId);
    const rows = await documents('api::training.training').findMany({
      filters: { documentId: copy?.documentId },
      locale: '*',
    });
    const taken = ['original', 'original-francais'];
    for (const { slug } of rows) expect(taken).not.toContain(slug);
    expect(rows).toHaveLength(2);
  });

  it('of a copy gets a slug of its own', async () => {
    const { documentId, slug } = await make.blog({ title: 'Copied twice' });
    const first = await documents('api::blog.blog').clone({ documentId });
    const second = await documents('api::blog.blog').clone({ documentId });
    const third = await documents('api::blog.blog').clone({
      documentId: first.entries[0]?.documentId,
    });
    const slugs = [slug, ...[first, second, third].map(({ entries }) => entries[0]?.slug)];
    expect(new Set(slugs).size).toBe(4);
  });

  it('keeps the slug that an editor wrote for it', async () => {
    const { documentId } = await make.blog();
    const { entries } = await documents('api::blog.blog').clone({
      documentId,
      data: { slug: 'written-for-the-copy' },
    });
    expect(entries[0]?.slug).toBe('written-for-the-copy');
  });
});
