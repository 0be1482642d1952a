import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/** They used to stand in the clear where the request carried no personal data. */
const FORGET_CLEAR_ANSWERS = `
  UPDATE webhook_attempts SET answer = NULL WHERE answer IS NOT NULL AND answer NOT LIKE 'v1.%'`;

/**
 * Proof of what was erased: receipts without their salts, which nobody changes or removes any more.
 * Idempotency keys are found by the enquiry that they lead to, to go with it. Whether
 * what a receiver answers is kept: it may name the person, and is not when the enquiry is gone.
 */
export async function up(transaction: Transaction): Promise<void> {
  await transaction.raw(`
    CREATE TABLE privacy_erasures (
      id text PRIMARY KEY,
      erased_at timestamptz NOT NULL,
      subject text,
      counts jsonb NOT NULL,
      items text[] NOT NULL,
      key_id text NOT NULL,
      signature text NOT NULL
    )`);
  await transaction.raw('CREATE INDEX privacy_erasures_erased ON privacy_erasures (erased_at)');
  await transaction.raw(`
    CREATE TRIGGER privacy_erasures_immutable
      BEFORE UPDATE OR DELETE ON privacy_erasures
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  await transaction.raw(`
    CREATE TRIGGER privacy_erasures_kept
      BEFORE TRUNCATE ON privacy_erasures
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  await transaction.raw(
    'CREATE INDEX enquiry_idempotency_keys_reference ON enquiry_idempotency_keys (reference)',
  );
  await transaction.raw(
    'ALTER TABLE webhook_deliveries ADD COLUMN keeps_answers boolean NOT NULL DEFAULT true',
  );
  await transaction.raw(FORGET_CLEAR_ANSWERS);
}

export async function down(transaction: Transaction): Promise<void> {
  await transaction.raw('ALTER TABLE webhook_deliveries DROP COLUMN keeps_answers');
  await transaction.raw('DROP INDEX enquiry_idempotency_keys_reference');
  await transaction.raw('DROP TABLE privacy_erasures');
}
