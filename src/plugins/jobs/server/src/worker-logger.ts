import type { Core } from '@strapi/strapi';
import { Logger } from 'graphile-worker';

/** What the engine calls its levels; a job that ended well is no news. */
const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'silly' } as const;

/**
 * Hands what graphile-worker has to say to Strapi's log: the first line of it, without the job and
 * its payload.
 */
export function workerLogger(log: Core.Strapi['log']): Logger {
  return new Logger(() => (level, message) => {
    const [line = ''] = message.split('\n');
    log.log(LEVELS[level], `Jobs: ${line}`);
  });
}
