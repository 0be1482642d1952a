import { readdirSync } from 'node:fs';
import path from 'node:path';

import { Client } from 'pg';

import { createDatabase, createEmptyDatabase, type TestDatabase } from '../helpers/database';
import { startInstance } from '../helpers/instance';

const MIGRATIONS = path.resolve(__dirname, '../../dist/database/migrations');

/** A migration as far as it is undone here: by statements. */
interface Migration {
  down(transaction: { raw(statement: string): Promise<unknown> }): Promise<void>;
}

/** What a start writes, and two at once would write twice or in part. */
const WRITTEN_AT_START = [
  'strapi_migrations',
  'strapi_migrations_internal',
  'strapi_database_schema',
  'admin_roles',
  'admin_permissions',
  'up_roles',
  'up_permissions',
  'i18n_locale',
];

/** Opens a database for a moment. */
async function inDatabase<T>({ url }: TestDatabase, work: (client: Client) => Promise<T>) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Settings are looked for before they are written; nothing keeps them from being there twice. */
const SETTINGS_THAT_ARE_THERE_TWICE = `
  SELECT key FROM strapi_core_store_settings
  GROUP BY key, environment, tag HAVING count(*) > 1`;

/** All tables, and the number of rows in those that a start writes. */
async function inventory(database: TestDatabase): Promise<unknown> {
  return inDatabase(database, async (client) => {
    const { rows: tables } = await client.query(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
    );
    const counts: Record<string, unknown> = {};
    for (const table of WRITTEN_AT_START) {
      const { rows } = await client.query(`SELECT count(*) FROM ${table}`);
      counts[table] = rows[0].count;
    }
    const { rows: repeated } = await client.query(SETTINGS_THAT_ARE_THERE_TWICE);
    return { tables, counts, repeated };
  });
}

/** Starts two servers at the same moment. @returns what they answer */
async function startTwo({ url }: TestDatabase): Promise<number[]> {
  const starts = await Promise.allSettled([startInstance(url), startInstance(url)]);
  const instances = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  try {
    const answers = instances.map(({ request }) => request.get('/api/blogs'));
    for (const start of starts) if (start.status === 'rejected') throw start.reason;
    return (await Promise.all(answers)).map(({ status }) => status);
  } finally {
    for (const instance of instances) await instance.stop();
  }
}

let reference: TestDatabase;
let database: TestDatabase | undefined;

beforeAll(async () => {
  reference = await createDatabase();
});

afterEach(async () => {
  await database?.drop();
});

afterAll(async () => {
  await reference.drop();
});

describe('two instances that start at once', () => {
  it('are compared with one that left nothing twice', async () => {
    expect(await inventory(reference)).toMatchObject({ repeated: [] });
  });

  it('set up an empty database as one does', async () => {
    database = await createEmptyDatabase();
    expect(await startTwo(database)).toEqual([200, 200]);
    expect(await inventory(database)).toEqual(await inventory(reference));
  });

  it('run the migration of a new release once', async () => {
    database = await createDatabase();
    const newest =
      readdirSync(MIGRATIONS)
        .filter((file) => file.endsWith('.js'))
        .sort()
        .at(-1) ?? '';
    const { down } = jest.requireActual<Migration>(path.join(MIGRATIONS, newest));
    await inDatabase(database, async (client) => {
      await down({ raw: (statement) => client.query(statement) });
      await client.query('DELETE FROM strapi_migrations WHERE name = $1', [newest]);
    });
    expect(await startTwo(database)).toEqual([200, 200]);
    expect(await inventory(database)).toEqual(await inventory(reference));
  });
});
