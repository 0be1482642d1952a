import { createToken, type Stored } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { BLOG, fillWithSecrets, LISTS, TRAINING, type Secrets } from './secrets';

let running: RunningStrapi;
let seen: Secrets['seen'];

beforeAll(async () => {
  running = await startStrapi();
  ({ seen } = await fillWithSecrets(running));
});

afterAll(async () => {
  await running.stop();
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
