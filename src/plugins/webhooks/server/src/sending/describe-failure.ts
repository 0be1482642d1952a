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

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}

/** What went wrong with an attempt that had no answer, for a person. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'The attempt failed.';
  if (error.name === 'TimeoutError') return 'No answer in time.';
  // A host with several addresses: what happened at the first of them.
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  const cause = first instanceof Error ? first : error;
  const description = DESCRIPTIONS[codeOf(cause)] ?? (cause.message || cause.name);
  return description.slice(0, MAX_LENGTH);
}
