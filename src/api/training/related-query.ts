/**
 * The trainings that are related to one, best first, in a single statement.
 *
 * Parameters: `documentId`, `locale`, `now` (sessions that start later count), `limit`.
 * Columns: `document_id` and why it is related: `is_pinned`, `category`, `tags` (names), `level`
 * (only where shared), `is_similar` (title and summary).
 *
 * An editor's pins come first, in their order; then a shared category counts more than any number
 * of shared tags, those more than the level, and that more than a similar text. A training without
 * a session to come is left out as long as another one has one.
 */
export const RELATED_TRAININGS = `
WITH origin AS (
  SELECT id, level, concat_ws(' ', title, summary) AS text
    FROM trainings
   WHERE document_id = :documentId AND locale = :locale AND published_at IS NOT NULL
),
pins AS (
  SELECT link.inv_training_id AS id, link.training_ord AS position
    FROM trainings_related_trainings_lnk link
    JOIN origin ON origin.id = link.training_id
),
same_category AS (
  SELECT other.training_id AS id, min(category.name) AS name
    FROM trainings_category_lnk own
    JOIN origin ON origin.id = own.training_id
    JOIN trainings_category_lnk other ON other.category_id = own.category_id
    JOIN categories category ON category.id = own.category_id
   GROUP BY other.training_id
),
same_tags AS (
  SELECT other.training_id AS id, array_agg(DISTINCT tag.name ORDER BY tag.name) AS names
    FROM trainings_tags_lnk own
    JOIN origin ON origin.id = own.training_id
    JOIN trainings_tags_lnk other ON other.tag_id = own.tag_id
    JOIN tags tag ON tag.id = own.tag_id
   GROUP BY other.training_id
),
candidates AS (
  SELECT training.document_id,
         training.title,
         pins.position,
         same_category.name AS category,
         coalesce(same_tags.names, '{}') AS tags,
         CASE WHEN training.level = origin.level THEN training.level END AS level,
         similarity(concat_ws(' ', training.title, training.summary), origin.text) AS similarity,
         EXISTS (
           SELECT FROM training_sessions_training_lnk link
             JOIN training_sessions session ON session.id = link.training_session_id
            WHERE link.training_id = training.id
              AND session.starts_at > :now
              AND session.booking_state IN ('open', 'full')
         ) AS has_session
    FROM trainings training
   CROSS JOIN origin
    LEFT JOIN pins ON pins.id = training.id
    LEFT JOIN same_category ON same_category.id = training.id
    LEFT JOIN same_tags ON same_tags.id = training.id
   WHERE training.locale = :locale
     AND training.published_at IS NOT NULL
     AND training.document_id <> :documentId
),
related AS (
  SELECT *, bool_or(has_session) OVER () AS any_has_session
    FROM candidates
   WHERE position IS NOT NULL OR category IS NOT NULL OR tags <> '{}' OR level IS NOT NULL
      OR similarity >= 0.2
)
SELECT document_id,
       position IS NOT NULL AS is_pinned,
       category,
       tags,
       level,
       similarity >= 0.2 AS is_similar
  FROM related
 WHERE has_session OR NOT any_has_session
 ORDER BY position NULLS LAST, category IS NULL, cardinality(tags) DESC, level IS NULL,
          similarity DESC, title, document_id
 LIMIT :limit`;

/** One row of the statement above. */
export interface RelatedRow {
  document_id: string;
  is_pinned: boolean;
  category: string | null;
  tags: string[];
  level: string | null;
  is_similar: boolean;
}
