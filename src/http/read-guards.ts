/**
 * The configuration that every generated route for reading carries: drafts only for those who may
 * see them, and a limit to how deep one request reaches.
 * @returns objects of its own for every API: Strapi writes into each the permission that the route
 *   asks for, so that routes which shared one would all ask for the first one's permission
 */
export function guardedReads() {
  const guards = () => ({ policies: ['global::published-only', 'global::bounded-populate'] });
  return { find: guards(), findOne: guards() };
}
