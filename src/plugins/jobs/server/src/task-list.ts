import { setMaxListeners } from 'node:events';
import type { JobHelpers, Task, TaskList } from 'graphile-worker';
import type { JobHandler, RegisteredJobs } from './services/queue';

function toTask(handler: JobHandler<never>): Task {
  return async (payload: unknown, { job, abortSignal }: JobHelpers) => {
    // All jobs of a process listen to one signal: many listeners are no leak.
    setMaxListeners(0, abortSignal);
    // The queue took the payload from whoever knows this handler's type.
    await (handler as JobHandler<object>)(payload as object, {
      attempt: job.attempts,
      maxAttempts: job.max_attempts,
      signal: abortSignal,
    });
  };
}

/** The registered handlers as graphile-worker calls them. */
export function toTaskList({ handlers }: RegisteredJobs): TaskList {
  return Object.fromEntries([...handlers].map(([task, handler]) => [task, toTask(handler)]));
}
