import { ERRORS, ProspectusError, serviceUnavailable, type ErrorCode } from '../../src/errors';

const TABLE: [ErrorCode, number, string][] = [
  ['STATUS_CHANGE', 409, 'ConflictError'],
  ['STALE_ENQUIRY', 409, 'ConflictError'],
  ['VERSION_IMMUTABLE', 409, 'ConflictError'],
  ['IDEMPOTENCY_KEY_REUSED', 422, 'UnprocessableEntityError'],
  ['UNSUPPORTED_MEDIA_TYPE', 415, 'UnsupportedMediaTypeError'],
  ['REQUEST_TIMEOUT', 408, 'RequestTimeoutError'],
  ['PAYLOAD_TOO_LARGE', 413, 'PayloadTooLargeError'],
  ['TOO_MANY_REQUESTS', 429, 'RateLimitError'],
  ['DRAFT_FORBIDDEN', 403, 'ForbiddenError'],
  ['SERVICE_UNAVAILABLE', 503, 'ServiceUnavailableError'],
];

describe('the errors', () => {
  it('are those of the table, which clients rely on', () => {
    const errors = Object.entries(ERRORS).map(([code, { status, name }]) => [code, status, name]);
    expect(errors).toEqual(TABLE);
  });

  it.each(TABLE)('carry their status and name: %s', (code, status, name) => {
    const error = new ProspectusError(code, 'What is wrong.', { a: 1 }, { 'X-Header': 'b' });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      code,
      status,
      name,
      message: 'What is wrong.',
      details: { a: 1 },
      headers: { 'X-Header': 'b' },
    });
  });

  it('say when to come back while the service is away', () => {
    expect(serviceUnavailable()).toMatchObject({ status: 503, headers: { 'Retry-After': '5' } });
  });
});
