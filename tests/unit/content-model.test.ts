import { schemas } from '../helpers/schemas';

/** What Strapi 5.54 keeps for itself, whatever a schema says; see docs/decisions/0007. */
const RESERVED = ['status', 'locale', 'publishedAt', 'documentId', 'id'];

describe('the content model', () => {
  it.each(Object.keys(schemas))('%s uses no name that Strapi keeps for itself', (uid) => {
    const names = Object.keys(schemas[uid] ?? {});
    expect(names.filter((name) => RESERVED.includes(name))).toEqual([]);
  });
});
