import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/**
 * Which mails about an enquiry have been sent, so that none is sent again. The record goes with the
 * enquiry, whoever deletes it.
 */
export async function up(transaction: Transaction): Promise<void> {
  await transaction.raw(`
    CREATE TABLE sent_mails (
      enquiry text NOT NULL,
      template text NOT NULL,
      sent_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (enquiry, template)
    )`);
  await transaction.raw(`
    CREATE FUNCTION forget_sent_mails() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM sent_mails WHERE enquiry = OLD.document_id;
      RETURN NULL;
    END $$`);
  await transaction.raw(`
    CREATE TRIGGER enquiries_forget_sent_mails AFTER DELETE ON enquiries
      FOR EACH ROW EXECUTE FUNCTION forget_sent_mails()`);
}

export async function down(transaction: Transaction): Promise<void> {
  await transaction.raw('DROP TRIGGER enquiries_forget_sent_mails ON enquiries');
  await transaction.raw('DROP FUNCTION forget_sent_mails');
  await transaction.raw('DROP TABLE sent_mails');
}
