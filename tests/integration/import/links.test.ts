import { createFactories, type Stored } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { post, SourceFolder } from './importing';

let running: RunningStrapi;
let folder: SourceFolder;
/** What a lifecycle hook sees of a blog that is made: before and after it is written. */
const seen: { given: unknown; stored: unknown }[] = [];

beforeAll(async () => {
  running = await startStrapi();
  const { strapi } = running;
  strapi.documents.use(async (context, next) => {
    if (context.uid !== 'api::blog.blog' || context.action !== 'create') return next();
    const { data } = context.params as { data: { title: string; tags?: string[] } };
    const given = data.tags?.length;
    if (data.title === 'Gone') await strapi.db.query('api::tag.tag').deleteMany({ where: {} });
    const result = (await next()) as Stored;
    const stored = await strapi.documents('api::blog.blog').findOne({
      documentId: result.documentId,
      status: 'published',
      populate: ['tags'],
    });
    seen.push({ given, stored: stored?.tags?.length });
    return result;
  });
});

afterAll(async () => {
  await running.stop();
});

beforeEach(async () => {
  folder = await SourceFolder.make();
});

afterEach(async () => {
  await folder.remove();
});

/** How each version of some blogs is linked, with the orders from both ends. */
async function linksOf(slugs: string[]): Promise<unknown> {
  const { rows } = await running.strapi.db.connection.raw(
    `SELECT blog.slug, blog.published_at IS NULL AS is_draft, person.name AS other, person_ord AS ord,
            blog_ord AS other_ord
       FROM blogs blog JOIN blogs_authors_lnk link ON link.blog_id = blog.id
       JOIN people person ON person.id = link.person_id
      WHERE blog.slug = ANY(:slugs)
      UNION ALL
     SELECT blog.slug, blog.published_at IS NULL, tag.name || tag.locale, tag_ord, blog_ord
       FROM blogs blog JOIN blogs_tags_lnk link ON link.blog_id = blog.id
       JOIN tags tag ON tag.id = link.tag_id
      WHERE blog.slug = ANY(:slugs)
      UNION ALL
     SELECT blog.slug, blog.published_at IS NULL, category.name, 0, blog_ord
       FROM blogs blog JOIN blogs_category_lnk link ON link.blog_id = blog.id
       JOIN categories category ON category.id = link.category_id
      WHERE blog.slug = ANY(:slugs)
      ORDER BY 1, 2, 3`,
    { slugs } as never,
  );
  return rows;
}

it('imported blogs are linked as the document service links them', async () => {
  const make = createFactories(running.strapi);
  const ids = async (name: string) => [
    (await make.person({ name: `${name} person` })).documentId,
    (await make.tag({ name: `${name} tag` })).documentId,
  ];
  const [[onePerson, oneTag], [otherPerson, otherTag]] = [await ids('One'), await ids('Other')];
  const category = (await make.category({ name: 'Links' })).documentId;
  const authors = [otherPerson, onePerson];
  await make.blog({ title: 'First', slug: 'first', authors, tags: [oneTag, otherTag], category });
  await make.blog({ title: 'Second', slug: 'second', authors: [onePerson], tags: [otherTag] });
  const expected = await linksOf(['first', 'second']);
  await running.strapi.db.query('api::blog.blog').deleteMany({ where: {} });

  await folder.write({
    'a.md': post(
      'title: First\nslug: first\nauthors: [Other person, One person]\ntags: [One tag, Other tag]\ncategory: Links',
    ),
  });
  await folder.import(running.strapi, { publish: true });
  await folder.write({
    'b.md': post('title: Second\nslug: second\nauthors: [One person]\ntags: [Other tag]'),
  });
  await folder.import(running.strapi, { publish: true });
  expect(await linksOf(['first', 'second'])).toEqual(expected);
});

it('lifecycle hooks see the relations, given and stored', async () => {
  seen.length = 0;
  await folder.write({ 'hook.md': post('title: Hooked\ntags: [Red, Green, Blue, Red]') });
  await folder.import(running.strapi, { publish: true });
  expect(seen).toEqual([{ given: 3, stored: 3 }]);
});

it('a draft is linked, too, and leaves nothing behind where it is refused', async () => {
  await folder.write({
    'draft.md': post('title: Draft\nslug: draft\nauthors: [One person]\ntags: [Red]'),
  });
  await folder.import(running.strapi);
  expect(await linksOf(['draft'])).toHaveLength(2);

  await folder.write({ 'gone.md': post('title: Gone\ntags: [Red]') });
  const tally = await folder.import(running.strapi, { publish: true }, 'gone.md');
  expect(tally.counts).toMatchObject({ created: 0, refused: 1 });
  expect(tally.refusals[0]?.reason).toContain('has just been deleted');
  const gone = { filters: { title: 'Gone' } };
  expect(await running.strapi.documents('api::blog.blog').findMany(gone)).toEqual([]);
});
