import type { Core, Modules, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { isLocalized } from '../../src/database/locale';
import { inTransaction, type Transaction } from '../../src/database/transaction';
import { Refusal } from './refusal';

/**
 * Writes the relations of a new document in one statement. The document service looks up, checks,
 * orders and inserts each relation by itself, for the draft and again for the published version:
 * that is half of the statements of an import.
 */

type Context = Parameters<Modules.Documents.Middleware.Middleware>[0];

/** A relation as Strapi's metadata describe it; they are not typed beyond that it is one. */
interface Relation {
  type: string;
  target?: UID.ContentType;
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
    orderColumnName?: string;
    inverseOrderColumnName?: string;
  };
}

/** A relation of a document that is being written. */
interface Link {
  table: NonNullable<Relation['joinTable']>;
  /** Table of the other end. */
  target: string;
  isTranslated: boolean;
  /** DocumentIds of the other ends, in their order. */
  documentIds: string[];
}

/** What an import writes: the documentId of one other end, a list of them, or null for none. */
function toDocumentIds(value: unknown): string[] | undefined {
  if (value === null) return [];
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return undefined;
  return value.every((item) => typeof item === 'string') ? [...new Set<string>(value)] : undefined;
}

/** The link that an attribute stands for; undefined for what the document service has to write. */
function toLink(
  strapi: Core.Strapi,
  { type, target: uid, joinTable: table }: Relation,
  value: unknown,
): Link | undefined {
  const documentIds = toDocumentIds(value);
  if (type !== 'relation' || !uid || !table || !documentIds) return undefined;
  const model = strapi.contentType(uid);
  // Of such types a draft leads to drafts, a published version to published ones.
  if (contentTypes.hasDraftAndPublish(model)) return undefined;
  const target = strapi.db.metadata.get(uid).tableName;
  return { table, target, isTranslated: isLocalized(model), documentIds };
}

/** Takes the relations out of the data of a write. */
function takeLinks(strapi: Core.Strapi, { uid, params }: Context) {
  const { attributes } = strapi.db.metadata.get(uid);
  const data: Record<string, unknown> = {};
  const links: Link[] = [];
  for (const [name, value] of Object.entries((params as { data: object }).data)) {
    const relation = attributes[name] as unknown as Relation | undefined;
    const link = relation && toLink(strapi, relation, value);
    if (link) links.push(link);
    else data[name] = value;
  }
  return { data, links: links.filter(({ documentIds }) => documentIds.length > 0) };
}

/** The part of the statement that writes one relation, and its parameters. */
function toInsert({ table, target, isTranslated, documentIds }: Link, locale: string | undefined) {
  const { joinColumn, inverseJoinColumn, orderColumnName, inverseOrderColumnName } = table;
  const columns = [joinColumn.name, inverseJoinColumn.name];
  const values = ['version.id', 'target.id'];
  if (orderColumnName) {
    columns.push(orderColumnName);
    values.push('wanted.position');
  }
  if (inverseOrderColumnName) {
    // Last among all that the other end leads to.
    columns.push(inverseOrderColumnName);
    values.push(
      `1 + coalesce((SELECT max(other.${inverseOrderColumnName}) FROM ${table.name} other
                      WHERE other.${inverseJoinColumn.name} = target.id), 0)`,
    );
  }
  const sql = `
    INSERT INTO ${table.name} (${columns.join(', ')})
    SELECT ${values.join(', ')}
      FROM version
     CROSS JOIN unnest(?::text[]) WITH ORDINALITY wanted (document_id, position)
      JOIN ${target} target ON target.document_id = wanted.document_id
           ${isTranslated ? 'AND target.locale = ?' : ''}
    RETURNING 1`;
  return { sql, bindings: isTranslated ? [documentIds, locale] : [documentIds] };
}

/** Links the versions of a document. @throws Refusal where another end is no longer there */
async function write(
  transaction: Transaction,
  { uid, params }: Context,
  documentId: string,
  links: readonly Link[],
): Promise<void> {
  const { locale, status } = params as { locale?: string; status?: string };
  const inserts = links.map((link) => toInsert(link, locale));
  const { rows } = await transaction.raw<{ rows: { written: string }[] }>(
    `WITH version AS (
       SELECT id FROM ${strapi.db.metadata.get(uid).tableName} WHERE document_id = ? AND locale = ?
     ), ${inserts.map(({ sql }, index) => `link_${index} AS (${sql})`).join(', ')}
     SELECT ${inserts.map((_insert, index) => `(SELECT count(*) FROM link_${index})`).join(' + ')} AS written`,
    [documentId, locale, ...inserts.flatMap(({ bindings }) => bindings)] as string[],
  );
  const versions = status === 'published' ? 2 : 1;
  const expected = versions * links.reduce((sum, link) => sum + link.documentIds.length, 0);
  if (Number(rows[0]?.written) === expected) return;
  throw new Refusal('names a person, category or tag that has just been deleted; import it again');
}

const linking = new WeakSet<Core.Strapi>();

/**
 * Has new documents linked in one statement each, inside of all lifecycle hooks: they see the
 * relations in what is written, and in the database when it has been written.
 */
export function linkAtOnce(strapi: Core.Strapi): void {
  if (linking.has(strapi)) return;
  linking.add(strapi);
  strapi.documents.use(async (context, next) => {
    if (context.action !== 'create') return next();
    const { data, links } = takeLinks(strapi, context);
    if (links.length === 0) return next();
    return inTransaction(async (transaction) => {
      context.params = { ...context.params, data } as typeof context.params;
      const result = await next();
      await write(transaction, context, (result as { documentId: string }).documentId, links);
      return result;
    });
  });
}
