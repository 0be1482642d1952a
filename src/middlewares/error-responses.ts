import type { Core } from '@strapi/strapi';
import { ProspectusError } from '../errors';

/**
 * What the database answers or Node reports while PostgreSQL is away or full: SQLSTATE classes 08
 * (connection), 53 (resources) and 57P (shutdown), and the socket's own errors.
 */
const UNAVAILABLE = /^(08|53|57P)|^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE)$/;

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'KnexTimeoutError') return true;
  return 'code' in error && UNAVAILABLE.test(String(error.code));
}

function unavailable(error: unknown): ProspectusError {
  strapi.log.error(`Database unavailable: ${error instanceof Error ? error.name : 'unknown'}`);
  return new ProspectusError(
    'SERVICE_UNAVAILABLE',
    'The service is not available at the moment. Try again in a few seconds.',
    {},
    { 'Retry-After': '5' },
  );
}

/** Answers with the status that an error of ours stands for, in Strapi's format. */
const errorResponses: Core.MiddlewareFactory = () => async (context, next) => {
  try {
    await next();
  } catch (error) {
    const known = isUnavailable(error) ? unavailable(error) : error;
    if (!(known instanceof ProspectusError)) throw error;
    const { status, name, message, details, headers } = known;
    context.set(headers);
    context.status = status;
    context.body = { data: null, error: { status, name, message, details } };
  }
};

export default errorResponses;
