import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { ProspectusError, serviceUnavailable } from '../errors';
import { describeOutage, isDatabaseOutage } from '../lib/database-outage';

function unavailable(error: Error): ProspectusError {
  strapi.log.error(`Database unavailable: ${describeOutage(error)}`);
  return serviceUnavailable();
}

/** SQLSTATE class 22: a value that its column cannot hold, or a text that is none. */
function isBadValue(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^22[0-9A-Z]{3}$/.test(String(error.code));
}

/**
 * The status of an error of Koa or its body parsers that is the client's mistake and may be told;
 * undefined for all others.
 */
function clientErrorStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || error instanceof errors.ApplicationError) return undefined;
  // The parser of forms has a name of its own for it.
  const { status, httpCode = status, expose } = error as Error & Record<string, unknown>;
  // As Koa has it: what is not marked may be told when it is the client's mistake. The body parsers
  // mark nothing.
  if (expose === false || typeof httpCode !== 'number') return undefined;
  return httpCode >= 400 && httpCode < 500 ? httpCode : undefined;
}

/** The message as it is sent; a parser's complaint says first what it is about. */
function explain({ name, message }: Error): string {
  return name === 'SyntaxError' ? `The body is not valid JSON: ${message}` : message;
}

/**
 * Answers with the status that an error stands for, in Strapi's format, where Strapi itself would
 * answer 500, leave out a part, or log a client's mistake as a failure of the server.
 */
const errorResponses: Core.MiddlewareFactory = () => async (context, next) => {
  const answer = (status: number, name: string, message: string, details: object = {}) => {
    context.status = status;
    context.body = { data: null, error: { status, name, message, details } };
  };
  try {
    await next();
    if (context.status === 405) answer(405, 'MethodNotAllowedError', 'Method Not Allowed');
  } catch (error) {
    // Nobody hears this answer; it is no failure of ours, and fills no log.
    if (context.req.destroyed && !context.req.complete) {
      answer(400, 'BadRequestError', 'The request broke off.');
      return;
    }
    const known = isDatabaseOutage(error) ? unavailable(error) : error;
    if (known instanceof ProspectusError) {
      context.set(known.headers);
      answer(known.status, known.name, known.message, known.details);
      return;
    }
    if (isBadValue(known)) {
      answer(400, 'ValidationError', 'A value is too large, or is not of the type of its field.');
      return;
    }
    const status = clientErrorStatus(known);
    if (status === undefined) throw error;
    answer(status, (known as Error).name, explain(known as Error));
  }
};

export default errorResponses;
