import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import {
  run,
  runMigrations,
  runOnce,
  type Runner,
  type RunnerOptions,
  type WorkerEvents,
  type WorkerPool,
} from 'graphile-worker';
import type { Pool } from 'pg';
import { closeConnections, openConnections } from '../connections';
import { keepAlive, type Heartbeat, type Tempo } from '../heartbeat';
import { toTaskList } from '../task-list';
import { workerLogger } from '../worker-logger';
import type { RegisteredJobs } from './queue';

/** Wait before workers that ended by themselves are started again, in milliseconds. */
const RESTART_DELAY = 1000;

/** Time that jobs have to end by themselves before their signal is aborted, in milliseconds. */
const GRACE_PERIOD = 5000;

/** Longest wait for workers that end, in milliseconds; after it they are left to themselves. */
const END_LIMIT = 30_000;

/** Time that the database takes to record the end of a job, in milliseconds; some more, at most. */
const RECORDED_AFTER = 20;

/**
 * Has the workers look for a job when a queue is free again. The engine tells them of new jobs only:
 * one that was added while another of its queue was running would wait until somebody looks.
 */
function lookAfterQueues(events: WorkerEvents, workers: WorkerPool): void {
  let isEnding = false;
  events.on('pool:gracefulShutdown', () => (isEnding = true));
  events.on('job:complete', ({ job }) => {
    if (job.job_queue_id === null) return;
    setTimeout(() => {
      if (!isEnding) workers.nudge(1);
    }, RECORDED_AFTER).unref();
  });
}

/** Those who do the jobs. */
export interface Workers {
  /** Brings the tables of the job engine up to date. */
  prepare(): Promise<void>;
  /** Does jobs as they come, until `stop`; it starts again whenever the database was away. */
  start(): void;
  /** Does every job that is due, and those that these add: for tests. */
  runDue(): Promise<void>;
  /** Lets the running jobs end, and closes the connections. */
  stop(): Promise<void>;
}

class JobWorkers implements Workers {
  readonly #strapi: Core.Strapi;
  readonly #stopping = new AbortController();
  #connections: Pool | undefined;
  #running: Promise<void> | undefined;
  #runner: Runner | undefined;

  constructor(strapi: Core.Strapi) {
    this.#strapi = strapi;
  }

  prepare(): Promise<void> {
    return runMigrations(this.#options());
  }

  start(): void {
    this.#running ??= this.#runForever();
  }

  runDue(): Promise<void> {
    // In batches, the end of the last job is awaited, too. They deadlock with writers that add jobs
    // by key, and their workers do not survive it: workers that go on do without them.
    const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };
    return runOnce({ ...this.#options(), preset }, toTaskList(this.#registered));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#stopRunner('the process stops');
    await this.#running;
    if (this.#connections) await closeConnections(this.#connections);
  }

  get #registered(): RegisteredJobs {
    const queue = this.#strapi.service('plugin::jobs.queue');
    return (queue as unknown as { registered: RegisteredJobs }).registered;
  }

  #connect(): Pool {
    return (this.#connections ??= openConnections(this.#strapi));
  }

  #options(): RunnerOptions {
    const { config, log } = this.#strapi;
    return {
      pgPool: this.#connect(),
      concurrency: config.get<number>('plugin::jobs.concurrency'),
      pollInterval: config.get<number>('plugin::jobs.pollMilliseconds'),
      // Strapi stops them as a part of its own end.
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: GRACE_PERIOD,
      logger: workerLogger(log),
    };
  }

  async #runForever(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#runUntilEnd();
      } catch (error) {
        this.#strapi.log.error(`Jobs: the workers ended and start again: ${String(error)}`);
        await wait(RESTART_DELAY, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Does jobs until it is stopped, or cannot go on. */
  async #runUntilEnd(): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    const heartbeat = this.#watch(events);
    const ending = new Promise((resolve) => {
      events.on('pool:gracefulShutdown', () => setTimeout(resolve, END_LIMIT).unref());
    });
    try {
      const parsedCronItems = [...this.#registered.schedules];
      const options = { ...this.#options(), events, parsedCronItems };
      this.#runner = await run(options, toTaskList(this.#registered));
      // Told to stop while they were made.
      if (this.#stopping.signal.aborted) await this.#stopRunner('the process stops');
      await Promise.race([this.#runner.promise, ending]);
    } finally {
      this.#runner = undefined;
      await heartbeat.stop();
    }
  }

  /** Stops the workers, if there are any that have not been stopped yet. */
  async #stopRunner(reason: string): Promise<void> {
    try {
      await this.#runner?.stop(reason);
    } catch (error) {
      // Only that they are being stopped already, which is as good.
      this.#strapi.log.debug(`Jobs: ${String(error)}`);
    }
  }

  /** Follows the workers that are about to be made: shows that they live, and what they do. */
  #watch(events: WorkerEvents): Heartbeat {
    const { log } = this.#strapi;
    const active = new Set<string>();
    let heartbeat: Heartbeat | undefined;
    events.on('job:start', ({ job }) => active.add(job.id));
    events.on('job:complete', ({ job }) => active.delete(job.id));
    events.on('job:failed', ({ job }) => {
      log.error(`Jobs: gave up ${job.task_identifier}, job ${job.id}, for good.`);
    });
    events.on('pool:create', ({ workerPool }) => {
      lookAfterQueues(events, workerPool);
      const { id } = workerPool;
      const living = {
        id,
        activeJobs: () => [...active],
        report: (text: string) => log.warn(`Jobs: ${text}`),
        giveUp: () => void this.#stopRunner('jobs are left over'),
      };
      const tempo = this.#strapi.config.get<Tempo>('plugin::jobs.heartbeat');
      heartbeat = keepAlive(this.#connect(), living, tempo);
    });
    return { stop: async () => heartbeat?.stop() };
  }
}

/** The service: the workers of this process. */
export default ({ strapi }: { strapi: Core.Strapi }): Workers => new JobWorkers(strapi);
