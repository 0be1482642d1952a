import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/**
 * Types with draft and publish keep a draft row and a published row of each document and locale, so
 * that a value is unique among the drafts and, separately, among the published rows.
 */
const VERSIONED = [
  { table: 'trainings', column: 'slug' },
  { table: 'trainings', column: 'code' },
  { table: 'blogs', column: 'slug' },
  { table: 'cookie_policies', column: 'slug' },
];
const TRANSLATED = ['categories', 'tags'];

/**
 * One slug per type and locale, one code per training. Strapi checks both in application code,
 * where two writers at the same moment pass each other; only the database is safe.
 */
export async function up(transaction: Transaction): Promise<void> {
  for (const { table, column } of VERSIONED) {
    await transaction.raw(
      `CREATE UNIQUE INDEX ${table}_by_${column}_draft ON ${table} (${column}, locale) WHERE published_at IS NULL`,
    );
    await transaction.raw(
      `CREATE UNIQUE INDEX ${table}_by_${column}_published ON ${table} (${column}, locale) WHERE published_at IS NOT NULL`,
    );
  }
  for (const table of TRANSLATED) {
    await transaction.raw(`CREATE UNIQUE INDEX ${table}_by_slug ON ${table} (slug, locale)`);
  }
  await transaction.raw('CREATE UNIQUE INDEX people_by_slug ON people (slug)');
  await transaction.raw(
    'CREATE UNIQUE INDEX redirects_by_source ON redirects (content_type, language, from_slug)',
  );
}

export async function down(transaction: Transaction): Promise<void> {
  const names = [
    ...VERSIONED.flatMap(({ table, column }) => [
      `${table}_by_${column}_draft`,
      `${table}_by_${column}_published`,
    ]),
    ...TRANSLATED.map((table) => `${table}_by_slug`),
    'people_by_slug',
    'redirects_by_source',
  ];
  for (const name of names) await transaction.raw(`DROP INDEX ${name}`);
}
