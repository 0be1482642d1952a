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

/**
 * Makes a database that is as Strapi leaves it after its first start: all tables, migrations and
 * roles, no content. It is a copy of one template, which takes a fraction of a second.
 */
export async function createDatabase(): Promise<TestDatabase> {
  const run = readTestRun();
  const owner = new URL(run.applicationUrl).username;
  const name = newDatabaseName(run);
  await withAdministrator(run, (client) =>
    client.query(
      `CREATE DATABASE ${client.escapeIdentifier(name)}
       TEMPLATE ${client.escapeIdentifier(templateName(run))}
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
