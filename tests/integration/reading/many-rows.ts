import type { Core } from '@strapi/strapi';

/** Documents of each large type, each in four languages, as a draft and published. */
const DOCUMENTS = 500;
/** What visitors ask for: the document that is called so. */
export const NUMBER = 250;

const VERSIONS = `
  generate_series(1, ${DOCUMENTS}) n,
  unnest(ARRAY['en', 'fr', 'es', 'de']) locale,
  unnest(ARRAY[NULL, timestamp '2026-01-01']) published_at`;

const ROWS = [
  `INSERT INTO trainings (document_id, title, slug, summary, level, locale, published_at, created_at)
   SELECT 'training-' || n, md5(n || locale), 'training-' || n, md5(locale || n),
          (ARRAY['beginner', 'advanced'])[1 + n % 2], locale, published_at, now()
     FROM ${VERSIONS}`,
  `INSERT INTO blogs (document_id, title, slug, body, locale, published_at, first_published_at, created_at)
   SELECT 'blog-' || n, md5(n || locale), 'blog-' || n, repeat(md5(n::text), 50), locale, published_at,
          timestamp '2020-01-01' + n * interval '1 hour', now()
     FROM ${VERSIONS}`,
  `INSERT INTO categories (document_id, name, slug, locale)
   SELECT 'category-' || n, 'Category ' || n, 'category-' || n, locale FROM ${VERSIONS}
    WHERE published_at IS NULL`,
  `INSERT INTO tags (document_id, name, slug, locale)
   SELECT 'tag-' || n, 'Tag ' || n, 'tag-' || n, locale FROM ${VERSIONS} WHERE published_at IS NULL`,
  `INSERT INTO people (document_id, name, slug)
   SELECT 'person-' || n, 'Person ' || n, 'person-' || n FROM generate_series(1, 3000) n`,
  `INSERT INTO files (document_id, name, hash, ext, mime, size, url, provider)
   SELECT 'file-' || n, n || '.png', n, '.png', 'image/png', 1, '/' || n || '.png', 'local'
     FROM generate_series(1, 3000) n`,
  // Sessions of many years, most of them over.
  `INSERT INTO training_sessions (document_id, starts_at, ends_at, timezone, booking_state)
   SELECT 'session-' || n, now() + n * interval '1 day', now() + (n + 1) * interval '1 day', 'UTC', 'open'
     FROM generate_series(-20000, 50) n`,
  `INSERT INTO redirects (document_id, content_type, language, from_slug, target_document_id)
   SELECT 'redirect-' || n || type, type, 'en', 'old-' || n, type || '-' || n
     FROM generate_series(1, 2000) n, unnest(ARRAY['training', 'blog']) type`,
  // There are few policies, and many versions of them.
  `INSERT INTO cookie_policies (document_id, title, slug, body, effective_from, locale, published_at)
   SELECT 'policy-' || n, 'Policy', 'policy-' || n, 'Text', now() - interval '1 day', locale, published_at
     FROM ${VERSIONS} WHERE n <= 3`,
  `INSERT INTO cookie_policy_versions
          (document_id, policy_document_id, policy_locale, version, effective_from, created_at, content)
   SELECT md5(n || locale || version), 'policy-' || n, locale, version, now() - interval '1 day',
          now() - interval '1 day', '{"categories": []}'
     FROM generate_series(1, 10) n, unnest(ARRAY['en', 'fr', 'es', 'de']) locale,
          generate_series(1, 100) version`,
  `INSERT INTO components_training_prices (amount, currency)
   SELECT n, 'EUR' FROM generate_series(1, 4000) n`,
  `INSERT INTO trainings_cmps (entity_id, cmp_id, component_type, field, "order")
   SELECT id, id, 'training.price', 'price', 1 FROM trainings WHERE id <= 4000`,
  `INSERT INTO files_related_mph (file_id, related_id, related_type, field, "order")
   SELECT 1 + id % 3000, id, type, 'cover', 1
     FROM blogs, unnest(ARRAY['api::blog.blog', 'api::training.training']) type`,
];

/** Tables of relations, the tables that they lead between, and their columns. */
const LINKS = `
  SELECT table_name AS link, array_agg(column_name::text ORDER BY column_name) AS columns,
         array_agg(target::text ORDER BY column_name) AS targets
    FROM (
      SELECT r.conrelid::regclass::text AS table_name, a.attname AS column_name,
             r.confrelid::regclass AS target
        FROM pg_constraint r
        JOIN pg_attribute a ON a.attrelid = r.conrelid AND a.attnum = r.conkey[1]
       WHERE r.contype = 'f' AND r.conrelid::regclass::text ~ '^(blogs|trainings|training_sessions)_.*_lnk$'
    ) columns_of_links
   GROUP BY table_name`;

interface Link {
  link: string;
  columns: [string, string];
  targets: [string, string];
}

/** Links each row of one table to some row of the other. */
const linkRows = ({ link, columns: [from, to], targets: [source, target] }: Link) => `
  WITH source AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM ${source}),
       target AS (SELECT id, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS total FROM ${target})
  INSERT INTO ${link} (${from}, ${to})
  SELECT source.id, target.id FROM source JOIN target ON target.n = 1 + (source.n * 7) % target.total`;

/** Fills the database with thousands of rows of all that visitors read. */
export async function addManyRows(strapi: Core.Strapi): Promise<void> {
  const database = strapi.db.connection;
  for (const statement of ROWS) await database.raw(statement);
  const { rows } = await database.raw<{ rows: Link[] }>(LINKS);
  for (const link of rows) await database.raw(linkRows(link));
  await database.raw('VACUUM ANALYZE');
}
