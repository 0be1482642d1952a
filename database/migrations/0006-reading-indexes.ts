import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/** One index for each query behind a public route that the unique indexes do not serve. */
const INDEXES = [
  // GET /api/blogs/latest, feeds: newest first within a locale
  'blogs_latest ON blogs (locale, first_published_at DESC, id DESC) WHERE published_at IS NOT NULL',
  // GET /api/trainings, alphabetical and featured
  'trainings_title ON trainings (locale, title) WHERE published_at IS NOT NULL',
  'trainings_featured ON trainings (locale) WHERE published_at IS NOT NULL AND featured',
  // npm run import: documents by where they came from
  'blogs_source ON blogs (source_key) WHERE source_key IS NOT NULL',
  'trainings_source ON trainings (source_key) WHERE source_key IS NOT NULL',
];

export async function up(transaction: Transaction): Promise<void> {
  // GET /api/trainings/:documentId/related compares texts by their trigrams.
  await transaction.raw('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  for (const index of INDEXES) await transaction.raw(`CREATE INDEX ${index}`);
}

export async function down(transaction: Transaction): Promise<void> {
  const names = INDEXES.map((index) => index.split(' ')[0]);
  await transaction.raw(`DROP INDEX ${names.join(', ')}`);
}
