/**
 * What the database answers or Node reports while PostgreSQL is away or full: SQLSTATE classes 08
 * (connection), 53 (resources) and 57P (shutdown), and the socket's own errors.
 */
const CODES =
  /^(08|53|57P)|^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|EAI_AGAIN|ENETUNREACH|ENOTFOUND|EPIPE|ETIMEDOUT)$/;

/**
 * What pg and knex say without a code, behind the SQL that they were about to run. The last is what
 * Strapi's attempt at a rollback says when the connection is gone, in place of the error before it.
 */
const MESSAGES = [
  /Connection (terminated|ended)( unexpectedly| due to connection timeout)?$/,
  /connection error and is not queryable$/,
  /Unable to acquire a connection$/,
  /(Query read timeout|timeout exceeded when trying to connect)$/,
  /^Transaction query already complete/,
];

/** Whether an error says that the database could not be asked, rather than that it refused. */
export function isDatabaseOutage(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error.name === 'KnexTimeoutError') return true;
  if (MESSAGES.some((message) => message.test(error.message))) return true;
  return 'code' in error && CODES.test(String(error.code));
}

/** What went wrong, without the SQL that knex puts before it. */
export function describeOutage(error: Error): string {
  return error.message.split(' - ').at(-1) ?? error.name;
}
