import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/** A session ends after it starts, and never has more seats left than it has seats. */
export async function up(transaction: Transaction): Promise<void> {
  await transaction.raw(`
    ALTER TABLE training_sessions
      ADD CONSTRAINT training_sessions_ends_after_start CHECK (ends_at > starts_at),
      ADD CONSTRAINT training_sessions_capacity CHECK (capacity >= 0),
      ADD CONSTRAINT training_sessions_seats_left CHECK (seats_left >= 0 AND seats_left <= capacity)`);
  await transaction.raw('CREATE INDEX training_sessions_starts ON training_sessions (starts_at)');
}

export async function down(transaction: Transaction): Promise<void> {
  await transaction.raw('DROP INDEX training_sessions_starts');
  await transaction.raw(`
    ALTER TABLE training_sessions
      DROP CONSTRAINT training_sessions_seats_left,
      DROP CONSTRAINT training_sessions_capacity,
      DROP CONSTRAINT training_sessions_ends_after_start`);
}
