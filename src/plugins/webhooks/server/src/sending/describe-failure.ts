/** Longest description of a failure that is kept, in characters. */
const MAX_LENGTH = 300;

/** What failures are called here that everybody meets; Node's own words do for the others. */
const DESCRIPTIONS: Record<string, string> = {
  ECONNREFUSED: 'The connection was refused: nothing listens at this address.',
  ECONNRESET: 'The connection was reset before the answer.',
  ENOTFOUND: 'The name of the host could not be found.',
  EAI_AGAIN: 'The name of the host could not be resolved at the moment.',
  ETIMEDOUT: 'The host did not take the connection in time.',
  UND_ERR_CONNECT_TIMEOUT: 'The host did not take the connection in time.',
  UND_ERR_SOCKET: 'The connection was closed before the answer.',
};

/** What is read of whatever Node or undici throws; errors of another realm are none by `instanceof`. */
interface Failure {
  name?: string;
  code?: unknown;
  message?: string;
  /** Of a host with several addresses: what happened at each. */
  errors?: Failure[];
}

/** What went wrong with an attempt that had no answer, for a person. */
export function describeFailure(error: unknown): string {
  const failure = (error ?? {}) as Failure;
  if (failure.name === 'TimeoutError') return 'No answer in time.';
  const cause = failure.errors?.[0] ?? failure;
  const description = DESCRIPTIONS[String(cause.code)] ?? cause.message;
  return (description || 'The attempt failed.').slice(0, MAX_LENGTH);
}
