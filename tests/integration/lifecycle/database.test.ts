import { readdirSync } from 'node:fs';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { createFactories, createToken, validValues, type Factories } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { ADDITIONS } from './database-additions';

const FOLDER = path.resolve(__dirname, '../../../database/migrations');

/** The same list, read from the catalogue; indexes by the names that Strapi does not give. */
const FIND_ADDITIONS = `
SELECT format('%sindex %s on %s', CASE WHEN indisunique THEN 'unique ' ELSE '' END,
              indexrelid::regclass, indrelid::regclass) AS addition
  FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
 WHERE relnamespace = 'public'::regnamespace
   AND relname !~ '_(pkey|fk|ifk|ofk|oifk|idx|uq|idix|oidx|index)$'
UNION ALL
SELECT format('check %s on %s', conname, conrelid::regclass) FROM pg_constraint
 WHERE connamespace = 'public'::regnamespace AND contype = 'c'
UNION ALL
SELECT format('trigger %s on %s', tgname, tgrelid::regclass) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL
SELECT format('table %s', tablename) FROM pg_tables
 WHERE schemaname = 'public' AND tablename <> ALL (:known) AND tablename NOT LIKE 'strapi_%'
UNION ALL
SELECT format('sequence %s', sequencename) FROM pg_sequences
 WHERE schemaname = 'public' AND sequencename NOT LIKE '%_id_seq%'
UNION ALL
SELECT format('extension %s', extname) FROM pg_extension WHERE extname <> 'plpgsql'`;

let running: RunningStrapi;
let make: Factories;
let token: { Authorization: string };

beforeAll(async () => {
  running = await startStrapi();
  make = createFactories(running.strapi);
  token = await createToken(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

type Connection = Core.Strapi['db']['connection'];

async function sql<T>(text: string, values: Record<string, unknown> = {}): Promise<T[]> {
  const { rows } = await running.strapi.db.connection.raw<{ rows: T[] }>(text, values as never);
  return rows;
}

async function findAdditions(): Promise<string[]> {
  const known = [...running.strapi.db.metadata.values()].map((model) => model.tableName);
  const rows = await sql<{ addition: string }>(FIND_ADDITIONS, { known });
  return rows.map(({ addition }) => addition).sort();
}

describe('the migrations', () => {
  it('add these indexes, constraints, triggers and tables, and no others', async () => {
    expect(await findAdditions()).toEqual(ADDITIONS);
  });

  it('are numbered without a gap, and all of them have run', async () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
    const numbers = files.map((file) => Number(file.slice(0, 4)));
    expect(numbers).toEqual(files.map((_file, index) => index + 1));
    const ran = await sql<{ name: string }>('SELECT name FROM strapi_migrations ORDER BY name');
    expect(ran.map(({ name }) => name)).toEqual(files.map((file) => file.replace('.ts', '.js')));
  });

  it('keep what they made when Strapi brings its tables up to date', async () => {
    await sql("UPDATE strapi_database_schema SET hash = 'of another content model'");
    await running.strapi.db.schema.sync();
    expect(await findAdditions()).toEqual(ADDITIONS);
  });

  it('can be undone and done again', async () => {
    type Migration = Record<'up' | 'down', (transaction: Connection) => Promise<void>>;
    const files = readdirSync(FOLDER).sort().slice(1);
    const migrations = await Promise.all(
      files.map(async (file) => (await import(path.join(FOLDER, file))) as Migration),
    );
    await running.strapi.db.connection.transaction(async (transaction) => {
      for (const { down } of [...migrations].reverse()) await down(transaction);
    });
    expect(await findAdditions()).toEqual(['extension pg_trgm']);
    await running.strapi.db.connection.transaction(async (transaction) => {
      for (const { up } of migrations) await up(transaction);
    });
    expect(await findAdditions()).toEqual(ADDITIONS);
  });
});

describe('the database itself refuses', () => {
  /** Writes below every check of Strapi and of Prospectus. */
  const insert = (table: string, values: Record<string, unknown>) =>
    running.strapi.db.connection(table).insert(values);

  const date = '2026-01-01T00:00:00Z';
  const slug = 'taken';
  const versions = [
    { name: 'drafts', published_at: null, index: 'draft' },
    { name: 'published rows', published_at: date, index: 'published' },
  ];
  const columns = [
    { table: 'trainings', column: 'slug' },
    { table: 'trainings', column: 'code' },
    { table: 'blogs', column: 'slug' },
    { table: 'cookie_policies', column: 'slug' },
  ];
  const cases = columns.flatMap((column) => versions.map((version) => ({ ...column, ...version })));

  it.each(cases)(
    'two $name of $table with the same $column',
    async ({ table, column, published_at, index }) => {
      const row = { [column]: `twice-${column}`, locale: 'en', published_at };
      await insert(table, { ...row, document_id: 'a' });
      await insert(table, { ...row, document_id: 'b', locale: 'fr' });
      await expect(insert(table, { ...row, document_id: 'c' })).rejects.toMatchObject({
        code: '23505',
        constraint: `${table}_by_${column}_${index}`,
      });
    },
  );

  it.each(['categories', 'tags'])('two %s with the same slug in a language', async (table) => {
    await insert(table, { slug, locale: 'en' });
    await insert(table, { slug, locale: 'fr' });
    await expect(insert(table, { slug, locale: 'en' })).rejects.toMatchObject({
      constraint: `${table}_by_slug`,
    });
  });

  it('two people with the same slug', async () => {
    await insert('people', { slug });
    await expect(insert('people', { slug })).rejects.toMatchObject({
      constraint: 'people_by_slug',
    });
  });

  it('two redirects from the same address', async () => {
    const row = { content_type: 'blog', language: 'en', from_slug: slug };
    await insert('redirects', { ...row, target_document_id: 'a' });
    await expect(insert('redirects', { ...row, target_document_id: 'b' })).rejects.toMatchObject({
      constraint: 'redirects_by_source',
    });
    await insert('redirects', { ...row, language: 'fr', target_document_id: 'b' });
  });

  it.each([
    ['ends before it starts', { ends_at: '2025-12-31T00:00:00Z' }, 'ends_after_start'],
    ['ends when it starts', { ends_at: date }, 'ends_after_start'],
    ['has fewer seats than none', { capacity: -1 }, 'capacity'],
    ['has fewer seats left than none', { capacity: 1, seats_left: -1 }, 'seats_left'],
    ['has more seats left than seats', { capacity: 1, seats_left: 2 }, 'seats_left'],
  ])('a session that %s', async (_what, values, constraint) => {
    const row = { starts_at: date, ends_at: '2026-01-02T00:00:00Z', ...values };
    await expect(insert('training_sessions', row)).rejects.toMatchObject({
      code: '23514',
      constraint: `training_sessions_${constraint}`,
    });
  });
});

describe('two writers at the same moment', () => {
  const answer = (statuses: number[]) => [...statuses].sort((a, b) => a - b);

  it('cannot give two trainings the same code', async () => {
    const create = () =>
      running.request
        .post('/api/trainings')
        .set(token)
        .send({ data: { ...validValues('api::training.training'), code: 'SAME' } });
    const answers = await Promise.all([create(), create(), create()]);
    expect(answer(answers.map(({ status }) => status))).toEqual([201, 400, 400]);
    for (const { body } of answers.filter(({ status }) => status === 400))
      expect(body.error.details.errors[0].path).toEqual(['code']);
  });

  it('cannot fill a session beyond its seats', async () => {
    const { documentId: training } = await make.training();
    const { documentId } = await make.session({ training, capacity: 10, seatsLeft: 10 });
    const update = (data: object) =>
      running.request.put(`/api/training-sessions/${documentId}`).set(token).send({ data });
    const answers = await Promise.all([
      update({ capacity: 5, seatsLeft: 5 }),
      update({ seatsLeft: 9 }),
    ]);
    const { body } = await running.request.get(`/api/training-sessions/${documentId}`).expect(200);
    expect(body.data.seatsLeft).toBeLessThanOrEqual(body.data.capacity);
    for (const { status } of answers) expect([200, 400]).toContain(status);
  });

  it('leave one translation where both make the same one', async () => {
    const { documentId } = await make.training();
    const translate = () => make.training({ title: 'Deux fois' }, { documentId, locale: 'fr' });
    await Promise.allSettled([translate(), translate(), translate(), translate()]);
    const rows = await sql(
      `SELECT slug FROM trainings WHERE document_id = :documentId AND locale = 'fr' AND published_at IS NULL`,
      { documentId },
    );
    expect(rows).toHaveLength(1);
  });
});
