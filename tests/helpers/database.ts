import {
  addressOf,
  newDatabaseName,
  readTestRun,
  templateName,
  withAdministrator,
} from './test-server';

/** A database of one test file. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

async function create(template: string): Promise<TestDatabase> {
  const run = readTestRun();
  const owner = new URL(run.applicationUrl).username;
  const name = newDatabaseName(run);
  await withAdministrator(run, (client) =>
    client.query(
      `CREATE DATABASE ${client.escapeIdentifier(name)}
       TEMPLATE ${client.escapeIdentifier(template)}
       OWNER ${client.escapeIdentifier(decodeURIComponent(owner))}`,
    ),
  );
  return {
    url: addressOf(run, name),
    async drop() {
      await withAdministrator(run, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`),
      );
    },
  };
}

/**
 * Makes a database that is as Strapi leaves it after its first start: all tables, migrations and
 * roles, no content. It is a copy of one template, which takes a fraction of a second.
 */
export async function createDatabase(): Promise<TestDatabase> {
  return create(templateName(readTestRun()));
}

/** Makes a database without anything, as an operator gives it to a new installation. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return create('template0');
}
