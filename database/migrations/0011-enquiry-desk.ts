import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/**
 * The columns of this release, for what is set below. Strapi would add them after the migrations;
 * asking it to do so now (`syncSchema`) would have it drop the old column of notes before they are
 * copied. Types and lengths are those that Strapi gives the fields.
 */
const COLUMNS = `
  ALTER TABLE enquiries
    ADD COLUMN IF NOT EXISTS answered_on_time boolean,
    ADD COLUMN IF NOT EXISTS fingerprint varchar(255),
    ADD COLUMN IF NOT EXISTS announced_at timestamp(6)`;

const NOTES_TABLE = `
  CREATE TABLE IF NOT EXISTS components_enquiry_notes (
    id serial PRIMARY KEY,
    text text,
    author varchar(255),
    written_at timestamp(6)
  )`;

/** Notes used to be one text without an author; the last change of the enquiry is their time. */
const MOVE_NOTES = `
  WITH written AS MATERIALIZED (
    SELECT id AS enquiry_id, nextval('components_enquiry_notes_id_seq') AS note_id,
           notes, coalesce(updated_at, created_at) AS written_at
      FROM enquiries
     WHERE trim(notes) <> ''
  ), stored AS (
    INSERT INTO components_enquiry_notes (id, text, written_at)
    SELECT note_id, notes, written_at FROM written
  )
  INSERT INTO enquiries_cmps (entity_id, cmp_id, component_type, field, "order")
  SELECT enquiry_id, note_id, 'enquiry.note', 'notes', 1 FROM written`;

/** Only an enquiry that waits for an answer is due; whether an answer was in time is kept. */
const SETTLE = `
  UPDATE enquiries
     SET answered_on_time = answered_at <= due_at,
         due_at = CASE WHEN state IN ('new', 'open') THEN due_at END,
         announced_at = CASE WHEN state <> 'spam' THEN created_at END`;

const INDEXES = [
  // GET /api/enquiries?sort=dueAt, GET /api/enquiries/overdue, the panel's list
  'enquiries_due ON enquiries (due_at, id)',
  // GET /api/enquiries/export.csv, page by page within a period
  'enquiries_received ON enquiries (created_at, id)',
  // Each new enquiry looks for an earlier one with the same address and message.
  'enquiries_fingerprint ON enquiries (fingerprint, created_at) WHERE fingerprint IS NOT NULL',
];

/** The working sheet of the enquiry desk: notes with author and time, due dates, duplicates. */
export async function up(transaction: Transaction): Promise<void> {
  await transaction.raw(COLUMNS);
  // A new database never had them as one text.
  if (await transaction.schema.hasColumn('enquiries', 'notes')) {
    await transaction.raw(NOTES_TABLE);
    await transaction.raw(MOVE_NOTES);
  }
  await transaction.raw(SETTLE);
  await transaction.raw('DROP INDEX enquiries_due');
  for (const index of INDEXES) await transaction.raw(`CREATE INDEX ${index}`);
}

/** The columns and the notes are content: they stay. */
export async function down(transaction: Transaction): Promise<void> {
  const names = INDEXES.map((index) => index.split(' ')[0]);
  await transaction.raw(`DROP INDEX ${names.join(', ')}`);
  await transaction.raw(
    "CREATE INDEX enquiries_due ON enquiries (due_at) WHERE state IN ('new', 'open')",
  );
}
