import type { Core } from '@strapi/strapi';

type Database = Core.Strapi['db'];

/**
 * Strapi runs migrations before it creates the tables of the content types. On a new database the
 * migrations after this one would find nothing to put their indexes and constraints on, so this
 * one has Strapi create the tables first. It uses connections of its own, outside the transaction.
 */
export async function up(_transaction: unknown, database: Database): Promise<void> {
  await database.schema.syncSchema();
}

/** The tables hold content: they are not dropped by undoing a migration. */
export async function down(): Promise<void> {}
