import type { Transaction } from '../../../src/database/transaction';
import { existingDocument, livingDocuments, TRANSLATIONS, type LoadContext } from './load-context';
import { fileId } from './load-media';
import type { DemoBlog } from './read-files';
import { resolveTime } from './relative-time';

const BLOG = 'api::blog.blog';

async function relationsOf(context: LoadContext, blog: DemoBlog) {
  return {
    category: (
      await livingDocuments(context, 'api::category.category', [`category/${blog.category}`])
    )[0],
    tags: await livingDocuments(
      context,
      'api::tag.tag',
      blog.tags.map((key) => `tag/${key}`),
    ),
    authors: await livingDocuments(
      context,
      'api::person.person',
      blog.authors.map((slug) => `person/${slug}`),
    ),
    relatedTrainings: await livingDocuments(
      context,
      'api::training.training',
      blog.relatedTrainings.map((code) => `training/${code}`),
    ),
  };
}

/** Writes a blog in every language and publishes it, unless it is meant to stay a draft. */
async function createBlog(
  context: LoadContext,
  blog: DemoBlog,
  transaction: Transaction,
): Promise<string> {
  const existing = await existingDocument(context, BLOG, { slug: blog.en.slug });
  if (existing) return existing;
  const blogs = context.strapi.documents(BLOG);
  const relations = await relationsOf(context, blog);
  const cover = await fileId(context, blog.cover);
  const { documentId } = await blogs.create({
    locale: 'en',
    data: { ...blog.en, ...relations, cover },
  });
  for (const locale of TRANSLATIONS) {
    await blogs.update({ documentId, locale, data: { ...blog[locale], ...relations } });
  }
  if (blog.state === 'draft') return documentId;

  if (blog.published) {
    // Below the document service, whose updates empty this field.
    await transaction('blogs')
      .where({ document_id: documentId })
      .update({ first_published_at: resolveTime(blog.published, context.now) });
  }
  await blogs.publish({ documentId, locale: '*' });
  return documentId;
}

/** Loads the blogs; the trainings that they pin must be there. */
export async function loadBlogs(context: LoadContext): Promise<void> {
  for (const blog of context.content.blogs) {
    await context.ledger.step(`blog/${blog.key}`, (transaction) =>
      createBlog(context, blog, transaction),
    );
  }
}
