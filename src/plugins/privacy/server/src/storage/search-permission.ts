/** Strapi's permission to read in the content manager. */
const READ = 'plugin::content-manager.explorer.read';

/** What a signed-in user of the panel may do, as far as it is asked here. */
interface Ability {
  can(action: string, subject: string, field: string): boolean;
}

/**
 * Whether a search may tell that an attribute has a value: in the panel, to whoever may read the
 * attribute. Strapi itself asks that for filters alone.
 */
export function maySearch(uid: string, attribute: string): boolean {
  const state = strapi.requestContext.get()?.state as { userAbility?: Ability } | undefined;
  return state?.userAbility?.can(READ, uid, attribute) ?? true;
}
