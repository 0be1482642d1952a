import { people, type People } from '../src/plugins/privacy/accessor';
import { withStrapi } from './load-strapi';

/** Does some work with what is held about people, and keeps stdout for its outcome. */
export async function withPeople<T>(work: (people: People) => Promise<T>): Promise<T> {
  // Strapi logs to stdout, where a document may go.
  process.env.LOG_LEVEL ??= 'error';
  // Roles are made to match by the server's next start; looking somebody up is no reason to.
  return withStrapi(async () => work(people()), { 'permissions.syncAtStart': false });
}
