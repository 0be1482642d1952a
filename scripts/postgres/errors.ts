/**
 * The embedded PostgreSQL cannot serve. The message is for the person at the terminal: it says
 * what is wrong and what to do; no stack is needed to act on it.
 */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';
}
