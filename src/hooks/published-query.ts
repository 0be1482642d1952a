import { contentTypes, errors, traverse } from '@strapi/utils';
import { toPopulateTree, type PopulateOptions, type PopulateTree } from '../lib/populate';
import { isLocalized } from '../database/locale';
import { getModel, relationTarget, targetOf, type Attribute, type Model } from '../database/models';

/**
 * Rewrites the query of a visitor so that it neither returns nor reveals drafts, and so that a
 * document that exists in one language only leads to others in the language that was asked for.
 *
 * Strapi keeps drafts out of results, but not out of conditions: a relation from a type without
 * drafts (a category, a person, a session) to a type with drafts joins its draft rows too, so that
 * `filters[blogs][title][$startsWith]=S` would tell letter by letter what an unpublished title is.
 */

type Filters = Record<string, unknown>;

const PUBLISHED: Filters = { publishedAt: { $notNull: true } };

function hasDrafts(model: Model): boolean {
  return model.modelType === 'contentType' && contentTypes.hasDraftAndPublish(model);
}

/**
 * Whether following an attribute leads to rows that may be drafts: from a type without drafts to one
 * with them, and from a document to its other languages, whose drafts Strapi joins too.
 */
function leadsToDrafts(model: Model, name: string, attribute: Attribute | undefined) {
  const target = relationTarget(attribute);
  if (!target || !hasDrafts(target)) return false;
  return name === 'localizations' || !hasDrafts(model);
}

function isPlainObject(value: unknown): value is Filters {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function and(...conditions: unknown[]): unknown {
  const given = conditions.filter((condition) => condition !== undefined && condition !== null);
  return given.length > 1 ? { $and: given } : given[0];
}

/** Operators that combine conditions; all others compare the value that they stand at. */
const COMBINATIONS = ['$and', '$or'];

/** Conditions on a relation as such, `[blogs]=7` or `[blogs][$in][0]=7`, are on the id of its row. */
function conditionsOnRow(value: unknown): unknown {
  if (!isPlainObject(value)) return { id: value };
  const [key = ''] = Object.keys(value);
  return key.startsWith('$') && !COMBINATIONS.includes(key) ? { id: value } : value;
}

async function guardFilters(filters: unknown, model: Model): Promise<unknown> {
  if (filters === undefined || filters === null) return filters;
  return traverse.traverseQueryFilters(
    ({ key, value, attribute, schema }, { set }) => {
      if (leadsToDrafts(schema as Model, key, attribute)) {
        set(key, and(conditionsOnRow(value), PUBLISHED));
      }
    },
    { schema: model, getModel },
    filters,
  );
}

async function guardSort(sort: unknown, model: Model): Promise<void> {
  if (sort === undefined || sort === null) return;
  await traverse.traverseQuerySort(
    ({ key, attribute, schema }) => {
      if (leadsToDrafts(schema as Model, key, attribute)) {
        throw new errors.ValidationError(
          `Cannot sort by fields of "${key}"; sort by a field of the document itself.`,
        );
      }
    },
    { schema: model, getModel },
    sort,
  );
}

/** Whether an attribute leads to documents of any type, as that of a file to all that show it. */
function isPolymorphic(attribute: Attribute | undefined): boolean {
  return attribute?.type === 'relation' && attribute.target === undefined;
}

/** What `populate=*` stands for in this model. */
function everything(model: Model): PopulateTree {
  const names = Object.entries(model.attributes)
    .filter(([, { type }]) => ['relation', 'component', 'media', 'dynamiczone'].includes(type))
    .filter(([, attribute]) => !isPolymorphic(attribute))
    .map(([name]) => name);
  return Object.fromEntries(names.map((name) => [name, true as const]));
}

async function guardPopulate(populate: unknown, model: Model, locale: string): Promise<unknown> {
  if (populate === undefined || populate === null) return populate;
  const tree = toPopulateTree(populate) ?? everything(model);
  const guarded: PopulateTree = {};
  for (const [key, options] of Object.entries(tree)) {
    const attribute = model.attributes[key];
    const target = targetOf(attribute);
    // Strapi would populate it with drafts. It has no use, and `*` asks for it, too: no error.
    if (isPolymorphic(attribute)) continue;
    if (!target) {
      guarded[key] = options;
      continue;
    }
    const crossesLanguage =
      attribute?.type === 'relation' && isLocalized(target) && !isLocalized(model);
    guarded[key] = await guardOptions(
      options === true ? {} : options,
      target,
      crossesLanguage && locale !== '*' ? { locale } : undefined,
      locale,
    );
  }
  return guarded;
}

async function guardOptions(
  options: PopulateOptions,
  target: Model,
  condition: Filters | undefined,
  locale: string,
): Promise<true | PopulateOptions> {
  await guardSort(options.sort, target);
  const filters = and(await guardFilters(options.filters, target), condition);
  const populate = await guardPopulate(options.populate, target, locale);
  const guarded = { ...options, filters, populate };
  const given = Object.entries(guarded).filter(([, value]) => value !== undefined);
  return given.length === 0 ? true : Object.fromEntries(given);
}

const TEXT_TYPES = ['string', 'text', 'richtext', 'uid', 'email', 'enumeration'];

/** A search (`_q`) as a condition on public fields alone; Strapi's own reads the private ones, too. */
function search(text: string, model: Model): Filters {
  const names = Object.entries(model.attributes)
    .filter(([, { type }]) => TEXT_TYPES.includes(type))
    .filter(([, attribute]) => !('private' in attribute && attribute.private))
    .filter(([, attribute]) => !('searchable' in attribute && attribute.searchable === false))
    .map(([name]) => name);
  return { $or: names.map((name) => ({ [name]: { $containsi: text } })) };
}

/** A session of a training that is not published is no more public than the training. */
function publicOnly(model: Model): Filters | undefined {
  return model.uid === 'api::training-session.training-session'
    ? { training: PUBLISHED }
    : undefined;
}

/** The parts of a query that conditions and relations hide in. */
export interface GuardedQuery {
  _q?: unknown;
  filters?: unknown;
  sort?: unknown;
  populate?: unknown;
}

/**
 * Guards a query on published documents.
 * @param locale the language asked for; `*` for all
 * @returns the parts of the query that were given, rewritten
 * @throws ValidationError for a sort order that would depend on drafts
 */
export async function guardPublishedQuery(
  { _q, filters, sort, populate }: GuardedQuery,
  model: Model,
  locale: string,
): Promise<GuardedQuery> {
  await guardSort(sort, model);
  const searched = typeof _q === 'string' && _q !== '' ? search(_q, model) : undefined;
  const conditions = and(await guardFilters(filters, model), searched, publicOnly(model));
  return {
    ...(conditions === undefined ? {} : { filters: conditions }),
    ...(populate === undefined ? {} : { populate: await guardPopulate(populate, model, locale) }),
  };
}
