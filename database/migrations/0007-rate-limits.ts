import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/** Counters of requests per address, shared by all instances; the shape is rate-limiter-flexible's. */
export async function up(transaction: Transaction): Promise<void> {
  await transaction.raw(`
    CREATE UNLOGGED TABLE rate_limits (
      key varchar(255) PRIMARY KEY,
      points integer NOT NULL DEFAULT 0,
      expire bigint
    )`);
  await transaction.raw('CREATE INDEX rate_limits_expire ON rate_limits (expire)');
}

export async function down(transaction: Transaction): Promise<void> {
  await transaction.raw('DROP TABLE rate_limits');
}
