import { query } from '../../../../../database/query';
import type { RetentionCounts } from './announce';
import type { RetentionPolicy } from './policy';

/** A run of the nightly job: what it found, and what it erased. */
export interface RetentionRun {
  startedAt: Date;
  /** Null where it is under way, or was stopped. */
  finishedAt: Date | null;
  /** By content type's name. */
  found: Record<string, RetentionCounts>;
  erased: Record<string, number>;
}

/** Writes what a run has found, before it erases anything. @returns the run's id */
export async function recordRun(found: Record<string, RetentionCounts>): Promise<string> {
  const [row] = await query<{ id: string }>(
    strapi.db.connection,
    'INSERT INTO privacy_retention_runs (found) VALUES (:found::jsonb) RETURNING id::text',
    { found: JSON.stringify(found) },
  );
  return row?.id ?? '';
}

/** Writes what a run has erased, and whether it came to its end. */
export async function recordErased(
  id: string,
  erased: Record<string, number>,
  isFinished: boolean,
): Promise<void> {
  await query(
    strapi.db.connection,
    `UPDATE privacy_retention_runs
     SET erased = :erased::jsonb, finished_at = CASE WHEN :isFinished THEN now() END
     WHERE id = :id`,
    { id, erased: JSON.stringify(erased), isFinished },
  );
}

/** The latest run; undefined where there has been none. */
export async function lastRun(): Promise<RetentionRun | undefined> {
  const [row] = await query<{ startedAt: Date; finishedAt: Date | null; counts: string }>(
    strapi.db.connection,
    `SELECT started_at AS "startedAt", finished_at AS "finishedAt",
       json_build_object('found', found, 'erased', erased)::text AS counts
     FROM privacy_retention_runs ORDER BY id DESC LIMIT 1`,
    {},
  );
  if (!row) return undefined;
  const counts = JSON.parse(row.counts) as Pick<RetentionRun, 'found' | 'erased'>;
  return { startedAt: row.startedAt, finishedAt: row.finishedAt, ...counts };
}

/** A document that is due. */
export interface DueDocument {
  contentType: string;
  documentId: string;
  reference: string;
  lastNeededAt: Date;
  announcedAt: Date;
  /** The first moment at which a run erases it. */
  erasableAt: Date;
}

/** The documents that are due, the next ones to go first. */
export async function dueDocuments(
  policies: readonly RetentionPolicy[],
  noticeDays: number,
  limit: number,
): Promise<DueDocument[]> {
  const rows = await query<DueDocument>(
    strapi.db.connection,
    `SELECT content_type AS "contentType", document_id AS "documentId", reference,
       last_needed_at AS "lastNeededAt", announced_at AS "announcedAt",
       announced_at + make_interval(days => :noticeDays) AS "erasableAt"
     FROM privacy_retention_due WHERE content_type = ANY (:uids)
     ORDER BY announced_at, content_type, document_id LIMIT :limit`,
    { noticeDays, limit, uids: policies.map(({ uid }) => uid) },
  );
  const nameOf = (uid: string) => policies.find((policy) => policy.uid === uid)?.name ?? uid;
  return rows.map((row) => ({ ...row, contentType: nameOf(row.contentType) }));
}
