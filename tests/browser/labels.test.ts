import { contentTypes } from '../../src/panel/content-types';
import { toStrapiConfiguration } from '../../src/panel/strapi-configuration';
import { startPanel, type Panel } from '../helpers/browser';

let panel: Panel;

beforeAll(async () => {
  panel = await startPanel();
});

afterEach(() => panel.closePages());

afterAll(() => panel.stop());

/** A label without what the panel adds to it: a star where required, a count of documents. */
function bare(label: string): string {
  return label.replace(/(\s*\(\d+\)|\*)+$/, '').trim();
}

const BLOG = 'api::blog.blog';
const TRAINING = 'api::training.training';
const ENQUIRY = 'api::enquiry.enquiry';

/** Writes a document of each content type, and answers what the panel calls it. */
const EXAMPLES = {
  async [BLOG]() {
    const { title } = await panel.strapi
      .documents(BLOG)
      .create({ data: { title: 'A blog', body: 'Text.' } });
    return title;
  },
  async [TRAINING]() {
    const { title } = await panel.strapi
      .documents(TRAINING)
      .create({ data: { title: 'A training', summary: 'A summary.' } });
    return title;
  },
  async [ENQUIRY]() {
    const data = { kind: 'other', name: 'Visitor', email: 'v@example.org', message: 'When?' };
    const { body } = await panel.request.post('/api/enquiries').send({ data }).expect(201);
    return body.data.reference;
  },
} as const;

it.each([BLOG, TRAINING, ENQUIRY] as const)(
  'names columns and fields of %s in words',
  async (uid) => {
    const { metadatas, layouts } = toStrapiConfiguration(contentTypes[uid]);
    const columns = (layouts.list ?? []).map((name) => metadatas[name]?.list.label);
    const fields = layouts.edit.flat().map(({ name }) => metadatas[name]?.edit.label);
    const name = await EXAMPLES[uid]();
    const page = await panel.signIn('strapi-super-admin');

    await panel.openList(page, uid);
    const headers = (await page.locator('thead th').allTextContents()).map(bare);
    expect(headers.filter((header) => header in metadatas)).toEqual([]);
    expect(headers).toEqual(expect.arrayContaining(columns));

    await panel.openDocument(page, uid, name);
    await page
      .locator('main label', { hasText: fields.at(-1) })
      .first()
      .waitFor();
    const labels = (await page.locator('main label').allTextContents()).map(bare);
    expect(labels.toSorted()).toEqual(fields.toSorted());
  },
);
