import type { Core } from '@strapi/strapi';

type Database = Core.Strapi['db'];

/**
 * Strapi runs migrations before it creates the tables of the content types. On a new database the
 * migrations after this one would find nothing to put their indexes and constraints on, so this
 * one has Strapi create the tables first, outside the transaction, on connections of its own.
 *
 * Strapi's internal migrations, which bring old databases up to date, go before that: they do
 * nothing on an empty database, while 5.0.0-05 fails on tables that never had version 4's indexes.
 */
export async function up(_transaction: unknown, database: Database): Promise<void> {
  await database.migrations.providers.internal.up();
  await database.schema.syncSchema();
}

/** The tables hold content: they are not dropped by undoing a migration. */
export async function down(): Promise<void> {
  // Nothing to undo.
}
