import type { Core } from '@strapi/strapi';
import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { ProspectusError } from '../../../errors';
import { addressPrefix } from '../../../lib/address-prefix';

const HOUR_IN_SECONDS = 60 * 60;

/** Settings of the limit, from `config/enquiries.ts`. */
interface LimitConfig {
  perAddressAndHour: number;
}

function tooMany({ msBeforeNext }: RateLimiterRes): ProspectusError {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new ProspectusError(
    'TOO_MANY_ENQUIRIES',
    'Too many enquiries came from your address. Try again later, or telephone us.',
    { retryAfterSeconds: seconds },
    { 'Retry-After': String(seconds) },
  );
}

/**
 * So many enquiries an hour from one address, counted in the database across all instances. The
 * address is stored as a keyed hash.
 */
const limitPerAddress: Core.MiddlewareFactory = (_config, { strapi }) => {
  const { perAddressAndHour } = strapi.config.get<LimitConfig>('enquiries');
  const [secret = ''] = strapi.config.get<string[]>('server.app.keys');
  const limiter = new RateLimiterPostgres({
    storeClient: strapi.db.connection,
    storeType: 'knex',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: 'enquiries',
    points: perAddressAndHour,
    duration: HOUR_IN_SECONDS,
  });
  return async (context, next) => {
    const address = addressPrefix(context.request.ip);
    const key = createHmac('sha256', secret).update(address).digest('base64url');
    try {
      await limiter.consume(key);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw tooMany(error);
      throw error;
    }
    await next();
  };
};

export default limitPerAddress;
