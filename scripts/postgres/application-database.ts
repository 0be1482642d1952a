import type { Client } from 'pg';

import { APPLICATION, type Passwords } from './cluster';

/** Held while the role and the database are made, so that two processes do not both make them. */
const CREATION_LOCK = 7_776_178;

async function isMissing(client: Client, query: string): Promise<boolean> {
  return (await client.query(query, [APPLICATION])).rowCount === 0;
}

/**
 * Makes the application's role and database where they are missing. The role owns its database
 * and nothing else: no superuser, so that a flaw in the application is not one of the machine.
 */
export async function ensureApplicationDatabase(
  client: Client,
  passwords: Passwords,
): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [CREATION_LOCK]);
  try {
    const role = client.escapeIdentifier(APPLICATION);
    const password = client.escapeLiteral(passwords[APPLICATION]);
    if (await isMissing(client, 'SELECT 1 FROM pg_roles WHERE rolname = $1'))
      await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${password}`);
    if (await isMissing(client, 'SELECT 1 FROM pg_database WHERE datname = $1'))
      await client.query(`CREATE DATABASE ${role} OWNER ${role}`);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [CREATION_LOCK]);
  }
}
