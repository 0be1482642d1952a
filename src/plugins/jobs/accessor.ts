import type { JobQueue } from './server/src/services/queue';

export type { JobContext, JobQueue } from './server/src/services/queue';

/** The queue of background and scheduled work. */
export function jobQueue(): JobQueue {
  return strapi.service('plugin::jobs.queue') as unknown as JobQueue;
}
