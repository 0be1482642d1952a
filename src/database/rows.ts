import type { UID } from '@strapi/strapi';

/** Conditions, fields and relations in the form of Strapi's query engine. */
export interface RowQuery {
  select?: string[];
  where?: Record<string, unknown>;
  populate?: Record<string, unknown>;
  orderBy?: Record<string, 'asc' | 'desc'> | Record<string, 'asc' | 'desc'>[];
  limit?: number;
}

/**
 * Reads rows below the document service: drafts and published ones, of all locales, without hooks.
 * Strapi types them as `any`; the caller says what the query selects.
 */
export async function findRows<T>(uid: UID.Schema, query: RowQuery): Promise<T[]> {
  return (await strapi.db.query(uid).findMany(query)) as T[];
}

/** The first of the rows that `findRows` would read; undefined where there is none. */
export async function findRow<T>(uid: UID.Schema, query: RowQuery): Promise<T | undefined> {
  return ((await strapi.db.query(uid).findOne(query)) as T | null) ?? undefined;
}
