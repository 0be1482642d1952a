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

/** An error of Koa or its body parser that is the client's mistake and may be told. */
interface ClientError {
  status: number;
  name: string;
  message: string;
}

function isClientError(error: unknown): error is ClientError {
  if (!(error instanceof Error) || error instanceof errors.ApplicationError) return false;
  const { status, expose } = error as { status?: unknown; expose?: unknown };
  // As Koa has it: what is not marked may be told when it is the client's mistake. The body parser
  // marks nothing.
  return expose !== false && typeof status === 'number' && status >= 400 && status < 500;
}

/** The message as it is sent; a parser's complaint says first what it is about. */
function explain({ name, message }: ClientError): string {
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
    if (!isClientError(known)) throw error;
    answer(known.status, known.name, explain(known));
  }
};

export default errorResponses;
