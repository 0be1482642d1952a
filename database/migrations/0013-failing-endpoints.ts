import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/** Whether the last turn of an endpoint brought nothing but failures: it shares workers then. */
export async function up(transaction: Transaction): Promise<void> {
  await transaction.raw(
    'ALTER TABLE webhook_endpoints ADD COLUMN is_failing boolean NOT NULL DEFAULT false',
  );
}

export async function down(transaction: Transaction): Promise<void> {
  await transaction.raw('ALTER TABLE webhook_endpoints DROP COLUMN is_failing');
}
