import {
  createFactories,
  createToken,
  documentsOf,
  validValues,
  type Factories,
  type Stored,
  type Values,
} from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

const BLOG = 'api::blog.blog';

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

const blogs = () => documentsOf(running.strapi, BLOG);

/** A blog as the database holds it, draft and published. */
async function versions(
  documentId: string,
  locale = 'en',
): Promise<[Stored | null, Stored | null]> {
  return [
    await blogs().findOne({ documentId, locale, status: 'draft' }),
    await blogs().findOne({ documentId, locale, status: 'published' }),
  ];
}

/** The part of the panel's service that is called here; it has no types. */
interface MetadataService {
  getStatus(version: Stored | null, others: (Stored | null)[]): string;
}

/** What the panel shows of a document: draft, published or modified. */
async function panelStatus(documentId: string): Promise<string> {
  const [draft, published] = await versions(documentId);
  const metadata = running.strapi
    .plugin('content-manager')
    .service<MetadataService>('document-metadata');
  return metadata.getStatus(draft, [published]);
}

const words = (count: number) => 'word '.repeat(count);

describe('the reading time of a blog', () => {
  it('follows from its text, at every change', async () => {
    const blog = await make.blog({ body: words(1000) });
    expect(blog.readingMinutes).toBe(5);
    const { documentId } = blog;
    const changed = await blogs().update({ documentId, data: { body: words(10) } });
    expect(changed.readingMinutes).toBe(1);
    const renamed = await blogs().update({ documentId, data: { title: 'Renamed' } });
    expect(renamed.readingMinutes).toBe(1);
  });

  it('is that of each translation', async () => {
    const { documentId } = await make.blog({ body: words(1000) });
    const french = await make.blog({ body: words(300) }, { documentId, locale: 'fr' });
    expect(french.readingMinutes).toBe(2);
    expect((await versions(documentId))[0]?.readingMinutes).toBe(5);
  });

  it('is not what a client says', async () => {
    const { body } = await running.request
      .post('/api/blogs')
      .set(token)
      .send({ data: { ...validValues(BLOG), readingMinutes: 99 } })
      .expect(201);
    expect(body.data.readingMinutes).toBe(1);
    const updated = await running.request
      .put(`/api/blogs/${body.data.documentId}`)
      .set(token)
      .send({ data: { readingMinutes: 99 } })
      .expect(200);
    expect(updated.body.data.readingMinutes).toBe(1);
  });
});

describe.each([
  ['blog', BLOG, '/api/blogs'],
  ['cookiePolicy', 'api::cookie-policy.cookie-policy', '/api/cookie-policies'],
] as const)('the HTML of a %s', (type, uid, path) => {
  it('is the harmless rendering of its Markdown, at every change', async () => {
    const document = await make[type]({ body: '# Costs\n\n**Free**<script>alert(1)</script>' });
    expect(document.bodyHtml).toBe('<h1 id="costs">Costs</h1>\n<p><strong>Free</strong></p>');
    const { documentId } = document;
    const documents = documentsOf(running.strapi, uid);
    const changed = await documents.update({ documentId, data: { body: 'Changed' } });
    expect(changed.bodyHtml).toBe('<p>Changed</p>');
    const renamed = await documents.update({ documentId, data: { title: 'Renamed' } });
    expect(renamed.bodyHtml).toBe('<p>Changed</p>');
  });

  it('is not what a client sends', async () => {
    const bodyHtml = '<script>alert(1)</script>';
    const { body } = await running.request
      .post(path)
      .set(token)
      .send({ data: { ...validValues(uid), body: 'Text', bodyHtml } })
      .expect(201);
    expect(body.data.bodyHtml).toBe('<p>Text</p>');
    const updated = await running.request
      .put(`${path}/${body.data.documentId}`)
      .set(token)
      .send({ data: { bodyHtml } })
      .expect(200);
    expect(updated.body.data.bodyHtml).toBe('<p>Text</p>');
  });
});

describe('the first publication of a blog', () => {
  /** Publishes a draft and reads the date. */
  async function publish(documentId: string, locale = 'en'): Promise<unknown> {
    const { entries } = await blogs().publish({ documentId, locale });
    return entries[0]?.firstPublishedAt;
  }

  it('has no date while it is a draft', async () => {
    const { firstPublishedAt } = await make.blog({}, { status: 'draft' });
    expect(firstPublishedAt).toBeNull();
  });

  it('is dated as the publication itself', async () => {
    const { documentId } = await make.blog({}, { status: 'draft' });
    const date = await publish(documentId);
    const [draft, published] = await versions(documentId);
    expect(published?.publishedAt).toEqual(date);
    expect(published?.firstPublishedAt).toEqual(date);
    expect(draft?.firstPublishedAt).toEqual(date);
  });

  it('is dated when a save publishes at once', async () => {
    const { publishedAt, firstPublishedAt, documentId } = await make.blog();
    expect(firstPublishedAt).toEqual(publishedAt);
    expect(firstPublishedAt).not.toBeNull();
    expect((await versions(documentId))[0]?.firstPublishedAt).toEqual(publishedAt);
  });

  it('keeps its date when the blog is published again', async () => {
    const { documentId, firstPublishedAt } = await make.blog();
    await blogs().update({ documentId, data: { title: 'Changed' } });
    expect(await publish(documentId)).toEqual(firstPublishedAt);
    const saved = await make.blog({}, { documentId });
    expect(saved.firstPublishedAt).toEqual(firstPublishedAt);
    expect(saved.publishedAt).not.toEqual(firstPublishedAt);
  });

  it('keeps its date when the blog is taken back and published again', async () => {
    const { documentId, firstPublishedAt } = await make.blog();
    await blogs().unpublish({ documentId });
    expect((await versions(documentId))[0]?.firstPublishedAt).toEqual(firstPublishedAt);
    expect(await publish(documentId)).toEqual(firstPublishedAt);
  });

  it('keeps its date when a draft is discarded', async () => {
    const { documentId, firstPublishedAt } = await make.blog();
    await blogs().update({ documentId, data: { title: 'Changed' } });
    await blogs().discardDraft({ documentId });
    const [draft, published] = await versions(documentId);
    expect(draft?.firstPublishedAt).toEqual(firstPublishedAt);
    expect(published?.firstPublishedAt).toEqual(firstPublishedAt);
  });

  it('has a date for each language', async () => {
    const { documentId, firstPublishedAt } = await make.blog();
    await make.blog({}, { documentId, locale: 'fr', status: 'draft' });
    expect((await versions(documentId, 'fr'))[0]?.firstPublishedAt).toBeNull();
    const french = await publish(documentId, 'fr');
    expect(new Date(String(french)).getTime()).toBeGreaterThan(
      new Date(String(firstPublishedAt)).getTime(),
    );
    expect((await versions(documentId))[1]?.firstPublishedAt).toEqual(firstPublishedAt);
  });

  it.each(['draft', 'published'] as const)(
    'is what an import says when it creates the blog as %s',
    async (status) => {
      const date = '2019-05-06T07:08:09.000Z';
      const { documentId } = await make.blog({ firstPublishedAt: date }, { status });
      await blogs().publish({ documentId });
      const dates = (await versions(documentId)).map((row) => row?.firstPublishedAt);
      expect(dates).toEqual([date, date]);
    },
  );

  it.each(['2001-01-01T00:00:00.000Z', null])('is not changed by an update to %s', async (date) => {
    const { documentId, firstPublishedAt } = await make.blog();
    const values: Values = { firstPublishedAt: date, title: 'Changed' };
    await blogs().update({ documentId, data: values });
    await blogs().update({ documentId, data: values, status: 'published' });
    await running.request
      .put(`/api/blogs/${documentId}`)
      .set(token)
      .send({ data: values })
      .expect(200);
    const dates = (await versions(documentId)).map((row) => row?.firstPublishedAt);
    expect(dates).toEqual([firstPublishedAt, firstPublishedAt]);
  });

  it('leaves the draft unchanged for the panel', async () => {
    const { documentId } = await make.blog({}, { status: 'draft' });
    expect(await panelStatus(documentId)).toBe('draft');
    await publish(documentId);
    expect(await panelStatus(documentId)).toBe('published');
    await blogs().update({ documentId, data: { title: 'Changed' } });
    expect(await panelStatus(documentId)).toBe('modified');
  });
});

describe('a copy of a blog', () => {
  it('has not been published yet', async () => {
    const { documentId } = await make.blog();
    const { entries } = await blogs().clone({ documentId });
    const copy = entries[0];
    expect(copy?.publishedAt).toBeNull();
    expect(copy?.firstPublishedAt).toBeNull();
    expect(copy?.readingMinutes).toBe(1);
  });
});
