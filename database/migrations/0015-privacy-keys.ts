import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/**
 * Which keys personal data may be encrypted with, by a fingerprint that tells nothing of the key: a
 * start without one of them is refused. Encrypted values are longer than what is typed.
 */
export async function up(transaction: Transaction): Promise<void> {
  await transaction.raw(`
    CREATE TABLE privacy_keys (
      id text PRIMARY KEY,
      fingerprint text NOT NULL,
      added_at timestamptz NOT NULL DEFAULT now()
    )`);
  await transaction.raw(`
    ALTER TABLE enquiries
      ALTER COLUMN name TYPE text,
      ALTER COLUMN email TYPE text,
      ALTER COLUMN phone TYPE text,
      ALTER COLUMN company TYPE text`);
}

/** The columns stay as they are: what is encrypted would not fit into the former ones. */
export async function down(transaction: Transaction): Promise<void> {
  await transaction.raw('DROP TABLE privacy_keys');
}
