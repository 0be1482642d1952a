import type { Core } from '@strapi/strapi';

import { createFactories, documentsOf, type Stored } from '../../helpers/factories';
import type { RunningStrapi } from '../../helpers/strapi';

/** Addresses of the lists that everybody may read. */
export const LISTS: Record<string, string> = {
  'api::training.training': '/api/trainings',
  'api::blog.blog': '/api/blogs',
  'api::category.category': '/api/categories',
  'api::tag.tag': '/api/tags',
  'api::person.person': '/api/people',
  'api::training-session.training-session': '/api/training-sessions',
  'api::cookie-policy.cookie-policy': '/api/cookie-policies',
};
export const TRAINING = 'api::training.training';
export const BLOG = 'api::blog.blog';

/** Texts that stand in drafts, or in private fields, and that nobody may find out. */
export const SECRETS = {
  titles: ['Canary draft', 'Canary change', 'Canary withdrawn', 'Canary translation'],
  private: ['canary-source', 'canary-hash', 'canary@example.org', 'Canaryname'],
};
export const VISIBLE = ['Visible one', 'Visible two', 'Visible three', 'Visible un'];

/** What a test needs to ask for what is hidden. */
export interface Secrets {
  /** A document of each type that visitors see. */
  seen: Record<string, Stored>;
  /** Row of a training that visitors do not see, older than all that they see. */
  hiddenRow: number;
}

/** Visible documents that lead to each other and to hidden ones by every relation. */
export async function fillWithSecrets({ strapi }: RunningStrapi): Promise<Secrets> {
  const make = createFactories(strapi);
  const file = await strapi.db.query('plugin::upload.file').create({
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

  const session = await make.session({ training: one.documentId });
  for (const { documentId } of [hidden, withdrawn, three, two])
    await make.session({ training: documentId });
  for (const [uid, shown, back] of [
    [TRAINING, one, withdrawn],
    [BLOG, oneBlog, withdrawnBlog],
  ] as const) {
    const documents = documentsOf(strapi, uid);
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
  const seen = {
    [TRAINING]: one,
    [BLOG]: oneBlog,
    'api::category.category': category,
    'api::tag.tag': tag,
    'api::person.person': person,
    'api::training-session.training-session': session,
    'api::cookie-policy.cookie-policy': policy,
  };
  await sign(strapi);
  return { seen, hiddenRow: hidden.id };
}

/** Has an administrator be the author of everything. */
async function sign(strapi: Core.Strapi): Promise<void> {
  const { id } = await strapi.db.query('admin::user').create({
    data: { email: 'canary@example.org', firstname: 'Canaryname', isActive: true },
  });
  for (const uid of Object.keys(LISTS)) {
    await strapi.db.query(uid).updateMany({
      where: {},
      data: { createdBy: id, updatedBy: id },
    });
  }
}
