import type { Core } from '@strapi/strapi';

/** Fills an empty database with the demo content. Called again after it was interrupted. */
export type LoadContent = (strapi: Core.Strapi) => Promise<void>;

/** What a database that holds nothing of these has never been used. */
const CONTENT = ['api::training.training', 'api::blog.blog'] as const;

async function isEmpty(strapi: Core.Strapi): Promise<boolean> {
  const counts = await Promise.all(CONTENT.map((uid) => strapi.documents(uid).count({})));
  return counts.every((count) => count === 0);
}

/**
 * Whether the demo content is to be loaded: the database is new, or a first loading was
 * interrupted. A database whose content somebody has deleted stays empty.
 */
export async function needsContent(strapi: Core.Strapi): Promise<boolean> {
  const state = await stateOf(strapi).get({});
  return state === 'loading' || (state === null && (await isEmpty(strapi)));
}

/** Loads the demo content and remembers that it is complete. */
export async function loadFirstContent(strapi: Core.Strapi, load: LoadContent): Promise<void> {
  const state = stateOf(strapi);
  await state.set({ value: 'loading' });
  await load(strapi);
  await state.set({ value: 'loaded' });
}

function stateOf(strapi: Core.Strapi) {
  return strapi.store({ type: 'core', name: 'demo', key: 'content' });
}
