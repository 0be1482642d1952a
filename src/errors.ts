/**
 * Every error that Prospectus itself answers with, beyond those of Strapi: its HTTP status, its
 * name in the answer, and its message. A message says what to do.
 */
export const ERRORS = {
  STATUS_CHANGE: { status: 409, name: 'ConflictError' },
  STALE_ENQUIRY: { status: 409, name: 'ConflictError' },
  VERSION_IMMUTABLE: { status: 409, name: 'ConflictError' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, name: 'UnprocessableEntityError' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, name: 'UnsupportedMediaTypeError' },
  REQUEST_TIMEOUT: { status: 408, name: 'RequestTimeoutError' },
  PAYLOAD_TOO_LARGE: { status: 413, name: 'PayloadTooLargeError' },
  TOO_MANY_REQUESTS: { status: 429, name: 'RateLimitError' },
  DRAFT_FORBIDDEN: { status: 403, name: 'ForbiddenError' },
  SERVICE_UNAVAILABLE: { status: 503, name: 'ServiceUnavailableError' },
} as const satisfies Record<string, { status: number; name: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** An error whose code decides the HTTP status; `global::error-responses` turns it into an answer. */
export class ProspectusError extends Error {
  readonly status: number;

  /**
   * @param code which row of the table above
   * @param message for a person: what is wrong and what to do; never personal data
   * @param details for a program, as Strapi's errors carry them
   * @param headers response headers that belong to the error, such as Retry-After
   */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = ERRORS[code].name;
    this.status = ERRORS[code].status;
  }
}

/** The error for a request that the database did not serve; the client may send it again. */
export function serviceUnavailable(): ProspectusError {
  return new ProspectusError(
    'SERVICE_UNAVAILABLE',
    'The service is not available at the moment. Try again in a few seconds.',
    {},
    { 'Retry-After': '5' },
  );
}
