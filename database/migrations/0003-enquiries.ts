import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/**
 * Enquiries: the sequence behind their references, the record of idempotency keys (the key itself
 * is never stored, only its hash), and the checks that no code path may get around.
 */
export async function up(transaction: Transaction): Promise<void> {
  await transaction.raw('CREATE SEQUENCE enquiry_reference_seq');
  await transaction.raw(`
    CREATE TABLE enquiry_idempotency_keys (
      key_hash text PRIMARY KEY,
      body_hash text NOT NULL,
      reference text NOT NULL,
      received_at timestamptz NOT NULL
    )`);
  await transaction.raw(
    'CREATE INDEX enquiry_idempotency_keys_received ON enquiry_idempotency_keys (received_at)',
  );
  await transaction.raw('CREATE UNIQUE INDEX enquiries_reference_unique ON enquiries (reference)');
  await transaction.raw(`
    ALTER TABLE enquiries
      ADD CONSTRAINT enquiries_reference_present CHECK (reference IS NOT NULL),
      ADD CONSTRAINT enquiries_state_known
        CHECK (state IN ('new', 'open', 'answered', 'won', 'lost', 'spam'))`);
  await transaction.raw('CREATE INDEX enquiries_state_created ON enquiries (state, created_at)');
  await transaction.raw(
    "CREATE INDEX enquiries_due ON enquiries (due_at) WHERE state IN ('new', 'open')",
  );
}

export async function down(transaction: Transaction): Promise<void> {
  await transaction.raw('DROP INDEX enquiries_due, enquiries_state_created');
  await transaction.raw(`
    ALTER TABLE enquiries
      DROP CONSTRAINT enquiries_state_known, DROP CONSTRAINT enquiries_reference_present`);
  await transaction.raw('DROP INDEX enquiries_reference_unique');
  await transaction.raw('DROP TABLE enquiry_idempotency_keys');
  await transaction.raw('DROP SEQUENCE enquiry_reference_seq');
}
