import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { ProspectusError, serviceUnavailable } from '../errors';
import { describeOutage } from '../lib/database-outage';
import { deriveKey } from '../lib/derive-key';

/** What is counted, and how much of it is allowed. */
export interface CounterOptions {
  /** What stands before the keys in the table, which all counters share. */
  name: string;
  /** How much is allowed within the time. */
  limit: number;
  seconds: number;
  /** What a visitor is told who is over the limit. */
  message: string;
  /** Whether this one clears away, from time to time, what has expired of all counters. */
  sweeps?: boolean;
}

/** One that has been counted. */
export interface Counted {
  /** How many there are with this one. */
  count: number;
  /**
   * Takes it back: it came to nothing. Where that fails, one more than there is stays counted until
   * the time is over, which is no reason to fail what a visitor asked for.
   */
  giveBack(): Promise<void>;
}

/** Counts something by key, in the database, for all instances together. */
export interface Counter {
  /**
   * Counts one more.
   * @throws ProspectusError 429 when that is too many, and this one is not counted; 503 when the
   *   table cannot be reached
   */
  take(key: string): Promise<Counted>;
}

function tooMany(message: string, { msBeforeNext }: RateLimiterRes): ProspectusError {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new ProspectusError(
    'TOO_MANY_REQUESTS',
    message,
    { retryAfterSeconds: seconds },
    { 'Retry-After': String(seconds) },
  );
}

function logUnreachable(error: unknown): void {
  const reason = error instanceof Error ? describeOutage(error) : 'unknown';
  strapi.log.error(`The table of limits cannot be reached: ${reason}`);
}

/** The table of all counters. */
export const COUNTERS_TABLE = 'rate_limits';

/** What keys of a counter are stored as: they are personal data, such as addresses. */
function hasher(name: string): (key: string) => string {
  const [secret = ''] = strapi.config.get<string[]>('server.app.keys');
  const hashKey = deriveKey(secret, `rate-limits/${name}`);
  return (key) => createHmac('sha256', hashKey).update(key).digest('base64url');
}

/** The value of the table's column `key` for what a counter counts. */
export function storedKey(name: string, key: string): string {
  return `${name}:${hasher(name)(key)}`;
}

/** Makes a counter. */
export function createCounter(options: CounterOptions): Counter {
  const { name, limit, seconds, message, sweeps = false } = options;
  const hash = hasher(name);
  const limiter = new RateLimiterPostgres({
    storeClient: strapi.db.connection,
    storeType: 'knex',
    tableName: COUNTERS_TABLE,
    tableCreated: true,
    keyPrefix: name,
    points: limit,
    duration: seconds,
    clearExpiredByTimeout: sweeps,
  });
  const takeBack = async (hashed: string, { msBeforeNext }: RateLimiterRes, countedAt: number) => {
    // In a new span of time it is not counted any more; a point less would be one too many.
    if (Date.now() >= countedAt + msBeforeNext) return;
    try {
      await limiter.reward(hashed);
    } catch (error) {
      logUnreachable(error);
    }
  };
  return {
    async take(key) {
      const hashed = hash(key);
      const now = Date.now();
      try {
        const result = await limiter.consume(hashed);
        return { count: result.consumedPoints, giveBack: () => takeBack(hashed, result, now) };
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) {
          // What cannot be counted is not let pass: a limit that fails open is none.
          logUnreachable(error);
          throw serviceUnavailable();
        }
        // It has been counted, though it is refused.
        await takeBack(hashed, error, now);
        throw tooMany(message, error);
      }
    },
  };
}
