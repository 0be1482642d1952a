import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/** Tokens of forms and proofs of work that are used up, until they expire: random ids alone. */
export async function up(transaction: Transaction): Promise<void> {
  await transaction.raw(`
    CREATE TABLE enquiry_used_tokens (
      id text PRIMARY KEY,
      expires_at timestamptz NOT NULL
    )`);
  await transaction.raw(
    'CREATE INDEX enquiry_used_tokens_expires ON enquiry_used_tokens (expires_at)',
  );
}

export async function down(transaction: Transaction): Promise<void> {
  await transaction.raw('DROP TABLE enquiry_used_tokens');
}
