import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/**
 * What visitors answered to the cookie notice, as a chain: each record carries the hash of the one
 * before, and its own over all that it says. `receipt_hash` is the SHA-256 of the receipt, which only
 * the visitor has. Times have milliseconds, like those that are hashed.
 *
 * What is personal stands in `consent_subjects`, so that it can be erased without breaking the
 * chain: a record has only `subject`, a commitment that says nothing without the salt beside it.
 */
const TABLES = [
  `consent_records (
    sequence bigint PRIMARY KEY,
    kind text NOT NULL,
    receipt_hash text NOT NULL,
    policy_document_id text NOT NULL,
    policy_version integer NOT NULL,
    policy_sha256 text NOT NULL,
    locale text NOT NULL,
    choices jsonb,
    method text,
    page text,
    subject text,
    recorded_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3),
    previous_hash text NOT NULL UNIQUE,
    hash text NOT NULL UNIQUE,
    UNIQUE (receipt_hash, kind),
    CONSTRAINT consent_records_sequence CHECK (sequence > 0),
    CONSTRAINT consent_records_kind CHECK (
      kind = 'given' AND num_nulls(choices, method, subject, expires_at) = 0
      OR kind = 'withdrawn' AND num_nonnulls(choices, method, page, subject, expires_at) = 0)
  )`,
  `consent_subjects (
    receipt_hash text PRIMARY KEY,
    salt text NOT NULL,
    address_hash text NOT NULL,
    user_agent_hash text,
    member_id integer,
    forget_at timestamptz NOT NULL
  )`,
];

const INDEXES = [
  // The panel's counts of the last weeks.
  'consent_records_recorded ON consent_records (recorded_at)',
  // What is held about a member; its erasure.
  'consent_subjects_member ON consent_subjects (member_id) WHERE member_id IS NOT NULL',
  // What is old enough to forget.
  'consent_subjects_forget ON consent_subjects (forget_at)',
];

export async function up(transaction: Transaction): Promise<void> {
  for (const table of TABLES) await transaction.raw(`CREATE TABLE ${table}`);
  for (const index of INDEXES) await transaction.raw(`CREATE INDEX ${index}`);
  await transaction.raw(`
    CREATE TRIGGER consent_records_immutable BEFORE UPDATE OR DELETE ON consent_records
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  await transaction.raw(`
    CREATE TRIGGER consent_records_kept BEFORE TRUNCATE ON consent_records
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  // In the database, since members are deleted in ways that no hook sees.
  await transaction.raw(`
    CREATE FUNCTION forget_consent_subjects() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM consent_subjects WHERE member_id = OLD.id;
      RETURN NULL;
    END $$`);
  await transaction.raw(`
    CREATE TRIGGER up_users_forget_consent_subjects AFTER DELETE ON up_users
      FOR EACH ROW EXECUTE FUNCTION forget_consent_subjects()`);
}

export async function down(transaction: Transaction): Promise<void> {
  await transaction.raw('DROP TRIGGER up_users_forget_consent_subjects ON up_users');
  await transaction.raw('DROP FUNCTION forget_consent_subjects');
  await transaction.raw('DROP TABLE consent_subjects, consent_records');
}
