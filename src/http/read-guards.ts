/**
 * The configuration that every generated route for reading carries: drafts only for those who may
 * see them, and a limit to how deep one request reaches.
 */
export const guardedReads = {
  find: { policies: ['global::published-only', 'global::bounded-populate'] },
  findOne: { policies: ['global::published-only', 'global::bounded-populate'] },
};
