import type { Modules } from '@strapi/strapi';
import { defaultLocale, isLocalized } from '../database/locale';

/** A lifecycle hook: one rule that runs around the document service's writes or reads. */
export type DocumentHook = Modules.Documents.Middleware.Middleware;

/** What a hook is told of the call: the type's uid, the action and its parameters. */
export type DocumentContext = Parameters<DocumentHook>[0];

/** The document service's parameters as every hook reads them, whatever the action. */
export interface DocumentParams {
  documentId?: string;
  locale?: string | string[];
  status?: 'draft' | 'published';
  data?: Record<string, unknown>;
  fields?: unknown;
  populate?: unknown;
  filters?: unknown;
  _q?: unknown;
}

/** A document as the database holds it, as far as hooks need it. */
export interface StoredDocument extends Record<string, unknown> {
  id: number;
  documentId: string;
  locale: string | null;
}

/** The parameters of a call, which Strapi types as a union over all content types and actions. */
export function paramsOf(context: DocumentContext): DocumentParams {
  return context.params;
}

const WRITES = ['create', 'update', 'clone'];

/**
 * The fields that a create or update writes, or that a copy has other than its original; undefined
 * for every other action.
 */
export function writtenData(context: DocumentContext): Record<string, unknown> | undefined {
  return WRITES.includes(context.action) ? (paramsOf(context).data ?? {}) : undefined;
}

/** Whether a call makes a version visible to visitors: Publish, or a save that publishes at once. */
export function isPublication(context: DocumentContext): boolean {
  if (context.action === 'publish') return true;
  return writtenData(context) !== undefined && paramsOf(context).status === 'published';
}

/** The documents in the result of a write: one, or the `entries` of an action on several locales. */
export function resultDocuments(result: unknown): StoredDocument[] {
  if (result === null || typeof result !== 'object') return [];
  if ('entries' in result && Array.isArray(result.entries))
    return result.entries as StoredDocument[];
  return 'documentId' in result ? [result as StoredDocument] : [];
}

/**
 * Changes what a create or update writes, without touching the caller's object.
 * @param changes new values by field; `undefined` takes the field out of the write
 */
export function changeData(context: DocumentContext, changes: Record<string, unknown>): void {
  const params = paramsOf(context);
  const entries = Object.entries({ ...params.data, ...changes });
  const data = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  context.params = { ...params, data } as typeof context.params;
}

/** The locale that a write goes to; null for types that are not localized. */
export async function writtenLocale(context: DocumentContext): Promise<string | null> {
  if (!isLocalized(context.contentType)) return null;
  const { locale } = paramsOf(context);
  return typeof locale === 'string' && locale !== '' ? locale : defaultLocale();
}
