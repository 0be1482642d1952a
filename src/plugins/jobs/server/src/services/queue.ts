import { parseCronItem, type ParsedCronItem } from 'graphile-worker';
import { inTransaction } from '../../../../../database/transaction';

/** What a handler is told about the job beside its payload. */
export interface JobContext {
  /** How often this job has been tried, this time counted in: 1 for the first. */
  attempt: number;
  /** The attempt after which nobody tries again. */
  maxAttempts: number;
  /** Aborted when the process stops; the job is tried again elsewhere. */
  signal: AbortSignal;
}

/** Does one job. When it throws, the job is tried again later. */
export type JobHandler<Payload extends object> = (
  payload: Payload,
  context: JobContext,
) => Promise<void>;

/** How a job is to be done. */
export interface JobOptions {
  /** Not before this time; without it, at once. */
  runAt?: Date;
  /** Of the jobs with one key, one waits at most: a later one takes its place. */
  key?: string;
  /** Whether a job that takes the place of another runs at its own time or at the other's. */
  keyMode?: 'replace' | 'preserve_run_at';
  /** Jobs of one queue run one after another, on whichever instance. */
  queue?: string;
  /** Default 25: the waits between them grow to e^10 s, about six hours; three days in all. */
  maxAttempts?: number;
  /** Lower numbers first; 0 by default. */
  priority?: number;
}

/** Where the rest of the application leaves work for later. */
export interface JobQueue {
  /**
   * Says how jobs of a task are done; to be called in `register`.
   * @param task its name, such as `webhooks.deliver`
   * @throws Error when the task has a handler already
   */
  handle<Payload extends object>(task: string, handler: JobHandler<Payload>): void;
  /**
   * Adds a job, in the transaction that is open: it exists if and when that commits.
   * @param payload JSON; ids rather than personal data, which would outlive its erasure here
   * @throws Error when no handler is known, before anything is written
   */
  add(task: string, payload: object, options?: JobOptions): Promise<void>;
  /**
   * Takes the job of a key back, in the transaction that is open. One that is running is not
   * stopped, but is not tried again.
   */
  remove(key: string): Promise<void>;
  /**
   * Adds a job again and again, once for all instances; to be called in `register`. Times that
   * passed while no instance was up are left out.
   * @param cron minute, hour, day, month and weekday, in UTC; `0 3 * * *` is each night at three
   * @throws Error for a cron pattern that makes no sense
   */
  schedule(task: string, cron: string): void;
}

/** What the workers need to know of the queue. */
export interface RegisteredJobs {
  handlers: ReadonlyMap<string, JobHandler<never>>;
  schedules: readonly ParsedCronItem[];
}

/** Stores a job; called by name, since it has more parameters than are used here. */
const ADD_JOB = `
  SELECT graphile_worker.add_job(
    identifier => :task,
    payload => :payload::json,
    queue_name => :queue,
    run_at => :runAt::timestamptz,
    max_attempts => :maxAttempts::integer,
    job_key => :key,
    priority => :priority::integer,
    job_key_mode => :keyMode)`;

/** The service: what is to be done, and how. */
export default (): JobQueue & { registered: RegisteredJobs } => {
  const handlers = new Map<string, JobHandler<never>>();
  const schedules: ParsedCronItem[] = [];

  const checkTask = (task: string) => {
    if (!handlers.has(task)) throw new Error(`No handler is registered for the task "${task}".`);
  };

  return {
    registered: { handlers, schedules },

    handle(task, handler) {
      if (handlers.has(task)) throw new Error(`The task "${task}" has a handler already.`);
      handlers.set(task, handler);
    },

    async add(task, payload, options = {}) {
      checkTask(task);
      await inTransaction((transaction) =>
        transaction.raw(ADD_JOB, {
          task,
          payload: JSON.stringify(payload),
          queue: options.queue ?? null,
          runAt: options.runAt?.toISOString() ?? null,
          maxAttempts: options.maxAttempts ?? null,
          key: options.key ?? null,
          priority: options.priority ?? null,
          keyMode: options.keyMode ?? 'replace',
        }),
      );
    },

    async remove(key) {
      await inTransaction((transaction) =>
        transaction.raw('SELECT graphile_worker.remove_job(:key)', { key }),
      );
    },

    schedule(task, cron) {
      checkTask(task);
      schedules.push(
        parseCronItem({ task, match: cron, identifier: task, options: { backfillPeriod: 0 } }),
      );
    },
  };
};
