import { Pool } from 'undici';
import type { Settings } from '../settings';
import { guardedConnector } from './guarded-connector';

/** Idle time after which an endpoint's connections are given up, in milliseconds. */
const IDLE = 60_000;

interface Entry {
  origin: string;
  pool: Pool;
  usedAt: number;
}

/**
 * Connections to the endpoints, kept open between deliveries. Each endpoint has its own, so that
 * one that does not answer takes none from another on the same server.
 */
export class Connections {
  readonly #entries = new Map<string, Entry>();
  readonly #settings: Settings;
  #isClosed = false;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** The connections to one endpoint. */
  to(endpoint: { id: string; url: string }): Pool {
    const { origin } = new URL(endpoint.url);
    const now = Date.now();
    const known = this.#entries.get(endpoint.id);
    if (known?.origin === origin) {
      known.usedAt = now;
      return known.pool;
    }
    if (known) this.#drop(endpoint.id, known);
    const pool = this.#open(origin);
    this.#entries.set(endpoint.id, { origin, pool, usedAt: now });
    return pool;
  }

  /** Closes what nobody has used for a while. */
  closeIdle(): void {
    const before = Date.now() - IDLE;
    for (const [id, entry] of this.#entries) if (entry.usedAt < before) this.#drop(id, entry);
  }

  /** Breaks off what is under way to one endpoint. */
  async breakOff(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    await entry?.pool.destroy();
  }

  /** Whether everything has been broken off: what failed since says nothing about a receiver. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Breaks off everything. */
  async destroy(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#entries.values()].map(({ pool }) => pool.destroy()));
    this.#entries.clear();
  }

  #open(origin: string): Pool {
    const { concurrency, attemptMilliseconds } = this.#settings;
    return new Pool(origin, {
      connections: concurrency,
      connect: guardedConnector(this.#settings, attemptMilliseconds),
      // The limit of the whole attempt is a signal.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  #drop(id: string, { pool }: Entry): void {
    this.#entries.delete(id);
    // Requests that are under way end first.
    pool.close().catch((error: unknown) => {
      strapi.log.warn(`Webhooks: connections to endpoint ${id} did not close: ${String(error)}`);
    });
  }
}
