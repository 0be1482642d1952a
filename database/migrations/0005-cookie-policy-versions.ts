import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/**
 * A published version of a cookie policy is evidence of what visitors agreed to: the database
 * refuses to change or remove it, whoever asks.
 */
export async function up(transaction: Transaction): Promise<void> {
  await transaction.raw(`
    CREATE UNIQUE INDEX cookie_policy_versions_unique
      ON cookie_policy_versions (policy_document_id, policy_locale, version)`);
  await transaction.raw(`
    CREATE INDEX cookie_policy_versions_in_force
      ON cookie_policy_versions (policy_locale, effective_from)`);
  await transaction.raw(`
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_immutable';
    END $$`);
  await transaction.raw(`
    CREATE TRIGGER cookie_policy_versions_immutable
      BEFORE UPDATE OR DELETE ON cookie_policy_versions
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  await transaction.raw(`
    CREATE TRIGGER cookie_policy_versions_kept
      BEFORE TRUNCATE ON cookie_policy_versions
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
}

export async function down(transaction: Transaction): Promise<void> {
  await transaction.raw('DROP TRIGGER cookie_policy_versions_kept ON cookie_policy_versions');
  await transaction.raw('DROP TRIGGER cookie_policy_versions_immutable ON cookie_policy_versions');
  await transaction.raw('DROP FUNCTION refuse_change()');
  await transaction.raw(
    'DROP INDEX cookie_policy_versions_in_force, cookie_policy_versions_unique',
  );
}
