import { translateQuery, type Context, type Query } from './conditions';

/** What a query selects, in the form of Strapi's query engine. */
interface Selection extends Query {
  select?: unknown;
  populate?: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function withDocumentId(select: unknown): unknown {
  const names = typeof select === 'string' ? [select] : select;
  if (!Array.isArray(names) || names.includes('*') || names.includes('documentId')) return select;
  return [...(names as unknown[]), 'documentId'];
}

/**
 * A query as the database understands it: conditions on encrypted attributes are put on their blind
 * indexes, and the documentId of every row with personal data is read, since values are bound to it.
 * What is populated is treated likewise.
 * @returns a new query; the given one stays as it is
 * @throws ValidationError for what needs the clear text
 */
export function prepareQuery<T extends Selection>(query: T, uid: string, context: Context): T {
  const model = context.catalogue.find(uid);
  if (!model) return query;
  const prepared = translateQuery(query, uid, context);
  if (query.select !== undefined && !model.isComponent)
    prepared.select = withDocumentId(query.select);
  if (isObject(query.populate)) {
    const entries = Object.entries(query.populate).map(([name, nested]) => {
      const target = model.ways.get(name);
      return [name, target && isObject(nested) ? prepareQuery(nested, target, context) : nested];
    });
    prepared.populate = Object.fromEntries(entries);
  }
  return prepared;
}
