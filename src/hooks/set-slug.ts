import type { Struct } from '@strapi/strapi';
import { inTransaction, lock, type Transaction } from '../database/transaction';
import { nextFreeSlug, slugify } from '../lib/slug';
import {
  changeData,
  paramsOf,
  writtenData,
  writtenLocale,
  type DocumentContext,
  type DocumentHook,
} from './document-context';

/** The field that a type's slug is made from; undefined for types without a slug. */
function slugSource({ contentType }: DocumentContext): string | undefined {
  const { slug } = contentType.attributes as Struct.SchemaAttributes;
  return slug?.type === 'uid' ? slug.targetField : undefined;
}

function tableOf(context: DocumentContext): string {
  return strapi.db.metadata.get(context.uid).tableName;
}

/** Whether the document has a slug in this locale, which must stay. */
async function hasSlug(context: DocumentContext, locale: string | null): Promise<boolean> {
  const { documentId } = paramsOf(context);
  const rows = await strapi.db.query(context.uid).count({
    where: { documentId, slug: { $notNull: true }, ...(locale === null ? {} : { locale }) },
  });
  return rows > 0;
}

/**
 * Finds a slug that no other document of the type and locale has, and keeps others from taking it
 * until the transaction ends.
 */
async function reserveSlug(
  transaction: Transaction,
  table: string,
  locale: string | null,
  base: string,
): Promise<string> {
  await lock(transaction, `${table}/${locale ?? ''}/${base}`);
  const similar = transaction(table)
    .distinct<{ slug: string }[]>('slug')
    .where((query) => {
      void query.where('slug', base).orWhereLike('slug', `${base}-%`);
    });
  const rows = await (locale === null ? similar : similar.andWhere({ locale }));
  return nextFreeSlug(
    base,
    rows.map((row) => row.slug),
  );
}

/** The slug that a copy starts from: that of its original, which is taken. */
async function slugOfOriginal(context: DocumentContext): Promise<string> {
  const { documentId } = paramsOf(context);
  const row = (await strapi.db
    .query(context.uid)
    .findOne({ select: ['slug'], where: { documentId } })) as { slug: string } | null;
  return row?.slug ?? context.contentType.info.singularName;
}

/** A copy gets a slug of its own in every locale, unless the editor wrote one. */
export const setSlugOfCopy: DocumentHook = async (context, next) => {
  if (context.action !== 'clone' || !slugSource(context)) return next();
  const { data } = paramsOf(context);
  if (typeof data?.slug === 'string' && data.slug !== '') return next();
  const base = await slugOfOriginal(context);
  return inTransaction(async (transaction) => {
    changeData(context, { slug: await reserveSlug(transaction, tableOf(context), null, base) });
    return next();
  });
};

/**
 * A slug comes from the title (or name) when a document or a translation is first saved without
 * one, and then stays: a changed title changes no address. Only an editor who writes another slug
 * changes it.
 */
export const setSlug: DocumentHook = async (context, next) => {
  const source = slugSource(context);
  const data = writtenData(context);
  if (!source || !data || context.action === 'clone') return next();
  if (typeof data.slug === 'string' && data.slug.trim() !== '') return next();

  changeData(context, { slug: undefined });
  const locale = await writtenLocale(context);
  if (context.action === 'update' && (await hasSlug(context, locale))) return next();
  const text = data[source];
  if (typeof text !== 'string' || text.trim() === '') return next();

  const base = slugify(text, context.contentType.info.singularName);
  return inTransaction(async (transaction) => {
    changeData(context, { slug: await reserveSlug(transaction, tableOf(context), locale, base) });
    return next();
  });
};
