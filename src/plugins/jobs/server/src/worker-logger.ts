import type { Core } from '@strapi/strapi';
import { Logger } from 'graphile-worker';

/** What the engine calls its levels; a job that ended well is no news. */
const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'silly' } as const;

/** What the engine says beside its text: a failed attempt, or the sizes of its pools. */
interface Circumstances {
  failure?: boolean;
  max?: number;
  concurrency?: number;
}

function levelOf(level: keyof typeof LEVELS, { failure, max, concurrency }: Circumstances) {
  // The job is tried again; whoever adds it knows what its last failure means.
  if (failure) return 'warn';
  // Fewer connections than workers are on purpose: see openConnections.
  if (max !== undefined && concurrency !== undefined) return 'debug';
  return LEVELS[level];
}

/**
 * Hands what graphile-worker has to say to Strapi's log: the first line of it, without the job and
 * its payload.
 */
export function workerLogger(log: Core.Strapi['log']): Logger {
  return new Logger(() => (level, message, circumstances) => {
    const [line = ''] = message.split('\n');
    log.log(levelOf(level, circumstances ?? {}), `Jobs: ${line}`);
  });
}
