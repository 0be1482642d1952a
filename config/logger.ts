import { formats, winston } from '@strapi/logger';
import { readVariables } from './environment/variables';

/** Where winston keeps the line that is written. */
const LINE = Symbol.for('message');

/** Puts the name of the request, on whose behalf a line is written, behind the line. */
const withRequestId = winston.format((line) => {
  // Strapi reads this file, and logs, before it has requests.
  const running = (globalThis as { strapi?: typeof strapi }).strapi;
  const state = running?.requestContext.get()?.state as { requestId?: string } | undefined;
  if (state?.requestId) line[LINE] = `${String(line[LINE])} [${state.requestId}]`;
  return line;
});

/** How much is logged, and how: every request with its name, but in tests only errors. */
export default () => {
  const { LOG_LEVEL, NODE_ENV } = readVariables();
  return {
    level: LOG_LEVEL ?? (NODE_ENV === 'test' ? 'error' : 'http'),
    format: winston.format.combine(formats.prettyPrint(), withRequestId()),
  };
};
