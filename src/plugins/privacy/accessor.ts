import type { People } from './server/src/services/people';
import type { Privacy } from './server/src/services/privacy';

export type { Privacy } from './server/src/services/privacy';
export type { Finding, Holder, Person } from './server/src/people/holder';
export type { ErasureReceipt } from './server/src/erasure/receipt';
export type { People } from './server/src/services/people';
export { UnreadableError } from './server/src/crypto/cell';

/** Protection of personal data that do not stand in tagged fields, such as in tables of a plugin. */
export function privacy(): Privacy {
  return strapi.service('plugin::privacy.privacy') as unknown as Privacy;
}

/** What is held about a person: looked up, exported, erased. */
export function people(): People {
  return strapi.service('plugin::privacy.people') as unknown as People;
}
