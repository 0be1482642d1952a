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
} from 'graphile-worker';
import type { Pool } from 'pg';
import { openConnections } from '../connections';
import { keepAlive, type Heartbeat } from '../heartbeat';
import { toTaskList } from '../task-list';
import { workerLogger } from '../worker-logger';
import type { RegisteredJobs } from './queue';

/** Wait before workers that ended by themselves are started again, in milliseconds. */
const RESTART_DELAY = 1000;

/** Time that jobs have to end by themselves before their signal is aborted, in milliseconds. */
const GRACE_PERIOD = 5000;

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
    return runOnce(this.#options(), toTaskList(this.#registered));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#runner?.stop();
    await this.#running;
    await this.#connections?.end();
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
      // In batches, the ends of jobs are awaited at shutdown, and tried again through an outage.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
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
    const report = (text: string) => this.#strapi.log.warn(`Jobs: ${text}`);
    let heartbeat: Heartbeat | undefined;
    events.on('pool:create', ({ workerPool }) => {
      heartbeat = keepAlive(this.#connect(), workerPool.id, report);
    });
    events.on('job:failed', ({ job }) => {
      this.#strapi.log.error(`Jobs: gave up ${job.task_identifier}, job ${job.id}, for good.`);
    });
    try {
      const parsedCronItems = [...this.#registered.schedules];
      const options = { ...this.#options(), events, parsedCronItems };
      this.#runner = await run(options, toTaskList(this.#registered));
      await this.#runner.promise;
    } finally {
      this.#runner = undefined;
      await heartbeat?.stop();
    }
  }
}

/** The service: the workers of this process. */
export default ({ strapi }: { strapi: Core.Strapi }): Workers => new JobWorkers(strapi);
