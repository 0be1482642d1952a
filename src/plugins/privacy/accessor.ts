import type { Privacy } from './server/src/services/privacy';

export type { Privacy } from './server/src/services/privacy';
export { UnreadableError, type Cell } from './server/src/crypto/cell';

/** Protection of personal data that do not stand in tagged fields, such as in tables of a plugin. */
export function privacy(): Privacy {
  return strapi.service('plugin::privacy.privacy') as unknown as Privacy;
}
