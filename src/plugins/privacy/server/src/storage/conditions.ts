import { errors } from '@strapi/utils';
import { blindIndexes } from '../crypto/keyed-hash';
import type { KeyRing } from '../crypto/key-ring';
import type { Catalogue, PersonalField, PersonalModel } from '../fields/catalogue';
import { maySearch } from './search-permission';

type Conditions = Record<string, unknown>;

/** What a translation of conditions needs to know. */
export interface Context {
  catalogue: Catalogue;
  keys: KeyRing;
}

const COMBINATIONS = ['$and', '$or', '$not'];

const isObject = (value: unknown): value is Conditions =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);

function refuse({ name, index }: PersonalField, operator: string): never {
  const ways = index ? '$eq, $ne, $in, $notIn, $null and $notNull' : '$null and $notNull';
  throw new errors.ValidationError(
    `"${name}" is stored encrypted: it can be asked for by ${ways}, not by ${operator}.`,
    { errors: [{ path: [name], message: `Use ${ways}.` }] },
  );
}

/** Conditions on one encrypted attribute, as conditions on its blind index. */
class FieldTranslation {
  readonly #field: PersonalField;
  readonly #hash: (value: unknown, operator: string) => string[];

  constructor(field: PersonalField, model: PersonalModel, keys: KeyRing) {
    const column = { table: model.table, column: field.column };
    this.#field = field;
    this.#hash = (value, operator) => {
      if (!field.index || typeof value !== 'string') return refuse(field, operator);
      return blindIndexes(value, column, keys);
    };
  }

  translate(condition: unknown): Conditions[] {
    if (Array.isArray(condition)) return [this.#operator('$in', condition)];
    if (!isObject(condition)) return [this.#operator('$eq', condition)];
    return Object.entries(condition).map(([operator, value]) => this.#operator(operator, value));
  }

  #operator(operator: string, value: unknown): Conditions {
    const { name, index } = this.#field;
    const target = index?.name ?? name;
    const hashes = () =>
      (Array.isArray(value) ? value : [value]).flatMap((one) => this.#hash(one, operator));
    switch (operator) {
      case '$null':
      case '$notNull':
        return { [name]: { [operator]: value } };
      case '$not':
        return { $not: { $and: this.translate(value) } };
      case '$eq':
      case '$eqi':
        return value === null ? { [name]: { $null: true } } : { [target]: { $in: hashes() } };
      case '$ne':
      case '$nei':
        return value === null ? { [name]: { $notNull: true } } : { [target]: { $notIn: hashes() } };
      case '$in':
      case '$notIn':
        return { [target]: { [operator]: hashes() } };
      default:
        return refuse(this.#field, operator);
    }
  }
}

/** Strapi asks what a user of the panel may filter by at the root alone, not behind a relation. */
function checkMaySearch({ uid, isComponent }: PersonalModel, { name }: PersonalField): void {
  if (isComponent || maySearch(uid, name)) return;
  throw new errors.ForbiddenError(`You may not read "${name}", nor filter by it.`);
}

/**
 * Conditions of the query engine with those on encrypted attributes put on their blind indexes.
 * @param isRelated whether the rows are those that others lead to
 * @throws ValidationError for one that needs the clear text, such as `$contains`
 * @throws ForbiddenError where a user of the panel may not read what they ask about
 */
function translateConditions(
  where: unknown,
  uid: string,
  context: Context,
  isRelated = false,
): unknown {
  const model = context.catalogue.find(uid);
  if (!model) return where;
  if (Array.isArray(where))
    return where.map((one) => translateConditions(one, uid, context, isRelated));
  if (!isObject(where)) return where;
  const kept: Conditions = {};
  const translated: Conditions[] = [];
  for (const [name, condition] of Object.entries(where)) {
    const field = model.fields.find((candidate) => candidate.name === name);
    const way = model.ways.get(name);
    if (field) {
      if (isRelated) checkMaySearch(model, field);
      translated.push(...new FieldTranslation(field, model, context.keys).translate(condition));
    } else if (COMBINATIONS.includes(name))
      kept[name] = translateConditions(condition, uid, context, isRelated);
    else kept[name] = way ? translateConditions(condition, way, context, true) : condition;
  }
  return translated.length === 0 ? kept : { $and: [kept, ...translated] };
}

/** A whole e-mail address, as somebody types it into the panel's search. */
const ADDRESS = /^\s*[^\s@]+@[^\s@]+\s*$/;

/**
 * The conditions that a search for a whole e-mail address stands for: it stands in no column that a
 * search could look through.
 * @returns undefined where the search is for something else, or nothing is found by such an address
 */
function searchByIndex(search: unknown, uid: string, context: Context): Conditions | undefined {
  if (typeof search !== 'string' || !ADDRESS.test(search)) return undefined;
  const fields = context.catalogue.find(uid)?.fields ?? [];
  const indexed = fields.filter(({ name, index }) => index && maySearch(uid, name));
  if (indexed.length === 0) return undefined;
  const $or = indexed.map(({ name }) => ({ [name]: search }));
  return translateConditions({ $or }, uid, context) as Conditions;
}

/**
 * Refuses to sort by what is encrypted: the order would say nothing.
 * @throws ValidationError naming the attribute
 */
function checkOrder(orderBy: unknown, uid: string, context: Context): void {
  const model = context.catalogue.find(uid);
  if (!model || !orderBy) return;
  if (Array.isArray(orderBy)) {
    for (const one of orderBy) checkOrder(one, uid, context);
    return;
  }
  const orders = isObject(orderBy) ? orderBy : { [orderBy as string]: undefined };
  for (const [name, nested] of Object.entries(orders)) {
    const target = model.ways.get(name);
    if (target) checkOrder(nested, target, context);
    if (!model.fields.some((field) => field.name === name)) continue;
    throw new errors.ValidationError(`"${name}" is stored encrypted: nothing can be sorted by it.`);
  }
}

/** What a query asks for, in the form of Strapi's query engine. */
export interface Query {
  where?: unknown;
  _q?: unknown;
  orderBy?: unknown;
}

/**
 * A query with everything that it says about encrypted attributes put on their blind indexes.
 * @returns a new query; the given one stays as it is
 * @throws ValidationError for what needs the clear text, such as `$contains` or an order
 */
export function translateQuery<T extends Query>(query: T, uid: string, context: Context): T {
  checkOrder(query.orderBy, uid, context);
  const translated = { ...query };
  if (query.where) translated.where = translateConditions(query.where, uid, context);
  const found = searchByIndex(query._q, uid, context);
  if (!found) return translated;
  translated.where = translated.where ? { $and: [translated.where, found] } : found;
  translated._q = undefined;
  return translated;
}
