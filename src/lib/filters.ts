/**
 * Finds the conditions (`filters`) that Strapi's query builder cannot turn into SQL. It stumbles
 * over them itself, but in words of its own code and as a failure of the server.
 */

/** An attribute as far as conditions depend on it. */
export interface FilteredAttribute {
  type: string;
}

/** What conditions are on: a content type or a component. */
export interface FilteredModel<A extends FilteredAttribute = FilteredAttribute> {
  attributes: Record<string, A>;
}

/** The model behind a relation, a component or a file; undefined for an attribute with a value. */
export type TargetOf<M extends FilteredModel> = (
  attribute: M['attributes'][string],
) => M | undefined;

/** A condition that makes no sense. */
export interface FilterFault {
  /** Keys and positions that lead to it, outermost first. */
  path: (string | number)[];
  /** What is wrong, as the rest of a sentence whose subject is the path. */
  problem: string;
}

type Faults = Generator<FilterFault>;
type Path = FilterFault['path'];

const GROUPS = ['$and', '$or'];

/** They compare as they are told, on columns of any type. */
const LENIENT = ['$null', '$notNull', '$eqi', '$nei', '$startsWithi', '$endsWithi'].concat([
  '$containsi',
  '$notContainsi',
]);
/** Their value has to be of the column's type. */
const TYPED = ['$not', '$eq', '$ne', '$in', '$notIn', '$gt', '$gte', '$lt', '$lte', '$between'];
/** SQL's LIKE, which takes text alone. */
const TEXTUAL = ['$startsWith', '$endsWith', '$contains', '$notContains'];
const COMPARISONS = [...LENIENT, ...TYPED, ...TEXTUAL, '$jsonSupersetOf'];

const TEXTS = ['string', 'text', 'richtext', 'uid', 'email', 'enumeration', 'password'];
const isNumber = (value: string) => value.trim() !== '' && Number.isFinite(Number(value));
/** What a value has to be to stand beside a number of each type. */
const NUMBERS: Record<string, { isValid: (value: string) => boolean; problem: string }> = {
  integer: {
    isValid: (value) => isNumber(value) && Number.isInteger(Number(value)),
    problem: 'takes a whole number',
  },
  biginteger: {
    isValid: (value) => /^[+-]?\d+$/.test(value.trim()),
    problem: 'takes a whole number',
  },
  decimal: { isValid: isNumber, problem: 'takes a number' },
  float: { isValid: isNumber, problem: 'takes a number' },
};

/** The columns that every row has. */
const ID: FilteredAttribute = { type: 'integer' };
const IDENTIFIERS: Record<string, FilteredAttribute> = { id: ID, documentId: { type: 'string' } };

/** An object of conditions, as opposed to values such as dates. */
function isConditions(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isOfType(value: unknown, { type }: FilteredAttribute): boolean {
  const number = NUMBERS[type];
  if (!number || value === null || value === undefined) return true;
  return (typeof value === 'string' || typeof value === 'number') && number.isValid(String(value));
}

/** What is wrong with one operator and its value. */
function operandProblem(
  operator: string,
  operand: unknown,
  attribute: FilteredAttribute,
): string | undefined {
  const values: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (operator === '$between' && !(Array.isArray(operand) && values.length === 2)) {
    return 'takes a list of two values';
  }
  if (values.some((value) => Array.isArray(value) || isConditions(value))) {
    return 'takes a value, or a list of at most 100 values';
  }
  if (TEXTUAL.includes(operator) && !TEXTS.includes(attribute.type)) {
    return `searches text; the field is of type ${attribute.type}`;
  }
  if (operator === '$jsonSupersetOf' && attribute.type !== 'json') {
    return `searches JSON; the field is of type ${attribute.type}`;
  }
  const isTyped = TYPED.includes(operator);
  if (isTyped && !values.every((value) => isOfType(value, attribute))) {
    return NUMBERS[attribute.type]?.problem;
  }
  return undefined;
}

/** Faults in what stands behind a field with a value: `[title]=…`, `[title][$eq]=…`. */
function* comparisonFaults(value: unknown, attribute: FilteredAttribute, path: Path): Faults {
  if (!isConditions(value)) {
    const problem = operandProblem('$eq', value, attribute);
    if (problem) yield { path, problem };
    return;
  }
  for (const [operator, operand] of Object.entries(value)) {
    const at = [...path, operator];
    if (GROUPS.includes(operator)) {
      yield { path: at, problem: 'combines conditions on fields: it stands before a field' };
    } else if (!COMPARISONS.includes(operator)) {
      yield { path: at, problem: 'is no operator' };
    } else if (operator === '$not' && isConditions(operand)) {
      yield* comparisonFaults(operand, attribute, at);
    } else {
      const problem = operandProblem(operator, operand, attribute);
      if (problem) yield { path: at, problem };
    }
  }
}

/** Finds faults in conditions on models whose relations `targetOf` knows. */
class FilterCheck<M extends FilteredModel> {
  constructor(readonly targetOf: TargetOf<M>) {}

  /** Faults in conditions on a model: `[title]…`, `[$or][0]…`. */
  *conditions(value: unknown, model: M, path: Path): Faults {
    if (Array.isArray(value)) {
      yield { path, problem: 'is a list of conditions: put it behind [$and] or [$or]' };
    } else if (isConditions(value)) {
      for (const [key, operand] of Object.entries(value)) {
        yield* this.condition(key, operand, model, [...path, key]);
      }
    } else {
      yield { path, problem: 'takes conditions on fields, such as [id][$eq]=1' };
    }
  }

  private *condition(key: string, operand: unknown, model: M, path: Path): Faults {
    if (GROUPS.includes(key)) yield* this.groupFaults(operand, model, path);
    else if (key === '$not') yield* this.conditions(operand, model, path);
    else if (key.startsWith('$')) yield { path, problem: 'compares a field: it stands behind one' };
    else yield* this.attributeFaults(key, operand, model, path);
  }

  private *groupFaults(members: unknown, model: M, path: Path): Faults {
    if (!Array.isArray(members)) yield { path, problem: 'takes a list of conditions' };
    else {
      for (const [index, member] of members.entries()) {
        yield* this.conditions(member, model, [...path, index]);
      }
    }
  }

  private *attributeFaults(key: string, value: unknown, model: M, path: Path): Faults {
    const attribute = Object.hasOwn(model.attributes, key) ? model.attributes[key] : undefined;
    const target = attribute && this.targetOf(attribute as M['attributes'][string]);
    const column = attribute ?? IDENTIFIERS[key];
    if (target) yield* this.relationFaults(value, target, path);
    // Strapi has a word of its own for names that are no fields.
    else if (column) yield* comparisonFaults(value, column, path);
  }

  /** Faults in what stands behind a relation: fields of its other end, or what its id is compared to. */
  private *relationFaults(value: unknown, target: M, path: Path): Faults {
    if (Array.isArray(value)) {
      yield { path, problem: 'takes conditions on fields, not a list' };
      return;
    }
    const operators = isConditions(value)
      ? Object.keys(value).filter((key) => key.startsWith('$'))
      : [];
    const [operator] = operators;
    if (operator === undefined) {
      yield* isConditions(value)
        ? this.conditions(value, target, path)
        : comparisonFaults(value, ID, path);
    } else if (isConditions(value) && Object.keys(value).length > 1) {
      yield { path, problem: `takes ${operator} alone: put all conditions into one [$and]` };
    } else if (GROUPS.includes(operator)) {
      yield* this.conditions(value, target, path);
    } else if (isConditions(value) && operator === '$not' && isConditions(value.$not)) {
      yield { path: [...path, operator], problem: 'stands before a relation, not behind it' };
    } else {
      yield* comparisonFaults(value, ID, path);
    }
  }
}

/**
 * Finds the first condition that makes no sense.
 * @param filters conditions in the form of Strapi's API
 * @param model what they are on
 * @param targetOf leads to the other ends of relations
 * @returns undefined where the query builder understands all of them
 */
export function findFilterFault<M extends FilteredModel>(
  filters: unknown,
  model: M,
  targetOf: TargetOf<M>,
): FilterFault | undefined {
  const [fault] = new FilterCheck(targetOf).conditions(filters, model, []);
  return fault;
}
