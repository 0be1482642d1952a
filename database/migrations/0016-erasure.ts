import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/** They used to stand in the clear where the request carried no personal data. */
const FORGET_CLEAR_ANSWERS = `
  UPDATE webhook_attempts SET answer = NULL WHERE answer IS NOT NULL AND answer NOT LIKE 'v1.%'`;

/**
 * What nobody needs any more, since when that has been announced; and what each nightly run found
 * and erased. `last_needed_at` is of the type of the columns that it comes from.
 */
const RETENTION_TABLES = [
  `privacy_retention_due (
    content_type text NOT NULL,
    document_id text NOT NULL,
    reference text NOT NULL,
    last_needed_at timestamp(6) NOT NULL,
    announced_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (content_type, document_id)
  )`,
  `privacy_retention_runs (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    started_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    found jsonb NOT NULL,
    erased jsonb NOT NULL DEFAULT '{}'
  )`,
];

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
  for (const table of RETENTION_TABLES) await transaction.raw(`CREATE TABLE ${table}`);
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
  await transaction.raw(
    'DROP TABLE privacy_retention_due, privacy_retention_runs, privacy_erasures',
  );
}
