import { getModel, targetOf, type Attribute } from '../../../../../database/models';

type Row = Record<string, unknown>;

interface ShownAttribute extends Attribute {
  private?: boolean;
  pluginOptions?: { privacy?: unknown };
}

/** What names a document that another one leads to; the first that it has. */
const NAMES = ['reference', 'title', 'name', 'url'];

/** Whose accounts colleagues have: theirs are not the personal data of whom they write to. */
const COLLEAGUES = 'admin::user';

function attributesOf(uid: string): [string, ShownAttribute][] {
  const attributes = getModel(uid).attributes as Record<string, ShownAttribute>;
  return Object.entries(attributes).filter(
    ([, { type, private: isPrivate, target }]) =>
      !isPrivate && type !== 'password' && target !== COLLEAGUES,
  );
}

function isPart({ type }: Attribute): boolean {
  return type === 'component';
}

/** What a query has to populate to read a row with all its parts, and what it leads to. */
export function wholeRow(uid: string): Record<string, unknown> {
  const populated = attributesOf(uid).flatMap(([name, attribute]) => {
    const target = targetOf(attribute);
    if (attribute.type === 'dynamiczone') return [[name, true] as const];
    if (!target) return [];
    return [[name, isPart(attribute) ? { populate: wholeRow(target.uid) } : true] as const];
  });
  return Object.fromEntries(populated);
}

function each<T>(value: unknown, describe: (one: Row) => T): T | T[] | null {
  if (Array.isArray(value)) return value.map((one) => describe(one as Row));
  return value ? describe(value as Row) : null;
}

/** Another document by what names it: what it holds is a finding of its own, if it is the person's. */
function describeTarget(target: Row, uid: string): Row {
  const untagged = attributesOf(uid).filter(([, { pluginOptions }]) => !pluginOptions?.privacy);
  const known = untagged.map(([name]) => name);
  const name = NAMES.find((one) => known.includes(one) && typeof target[one] === 'string');
  return { documentId: target.documentId, ...(name && { [name]: target[name] }) };
}

/**
 * A row as its person may read it: all that it says, with its components; what it leads to by name.
 * Left out are numeric ids, what is private, passwords, and who at the desk has worked on it.
 */
export function describeRow(row: Row, uid: string): Row {
  const described: Row = {};
  if (row.documentId !== undefined) described.documentId = row.documentId;
  for (const [name, attribute] of attributesOf(uid)) {
    const target = targetOf(attribute);
    if (!target) described[name] = row[name] ?? null;
    else if (isPart(attribute))
      described[name] = each(row[name], (part) => describeRow(part, target.uid));
    else described[name] = each(row[name], (other) => describeTarget(other, target.uid));
  }
  return described;
}
