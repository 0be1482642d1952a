import { canonicalJson } from '../../lib/canonical-json';
import type { Cookie, CookieCategory } from './policy-content';

/** One field that reads differently. */
export interface FieldChange {
  from: unknown;
  to: unknown;
}

/** Fields that read differently, by name. */
export type FieldChanges = Record<string, FieldChange>;

/** A category without its cookies, which are compared apart. */
type CategoryText = Omit<CookieCategory, 'cookies'>;

/** A cookie with the key of its category: moving it changes what a choice lets in. */
export interface PlacedCookie extends Cookie {
  category: string;
}

/** What there is in one version only, and what differs in both. */
export interface Changes<Item, Name> {
  added: Item[];
  removed: Item[];
  changed: (Name & { changes: FieldChanges })[];
}

function fieldChanges<T extends object>(from: T, to: T): FieldChanges {
  const entries = Object.entries(from).map(([field, value]): [string, FieldChange] => [
    field,
    { from: value, to: (to as Record<string, unknown>)[field] },
  ]);
  return Object.fromEntries(entries.filter(([, change]) => change.from !== change.to));
}

/** Takes the first item that matches out of a list. */
function takeOut<T>(items: T[], matches: (item: T) => boolean): T | undefined {
  const index = items.findIndex(matches);
  return index < 0 ? undefined : items.splice(index, 1)[0];
}

/** The items of one list that have no equal in the other, as often as they stand in it. */
function without<T>(items: readonly T[], others: readonly T[]): T[] {
  const left = others.map(canonicalJson);
  return items.filter((item) => {
    const text = canonicalJson(item);
    return takeOut(left, (other) => other === text) === undefined;
  });
}

/**
 * Compares two lists: equal items first, so that of two with one name the right ones are paired,
 * then what is left by name.
 */
function compare<Item extends object, Name>(
  from: readonly Item[],
  to: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
  nameOf: (item: Item) => Name,
): Changes<Item, Name> {
  const added = without(to, from);
  const removed: Item[] = [];
  const changed: Changes<Item, Name>['changed'] = [];
  for (const item of without(from, to)) {
    const successor = takeOut(added, (other) => isSame(item, other));
    if (successor) changed.push({ ...nameOf(item), changes: fieldChanges(item, successor) });
    else removed.push(item);
  }
  return { added, removed, changed };
}

const textOf = ({ key, name, description, required }: CookieCategory): CategoryText => ({
  key,
  name,
  description,
  required,
});

function placedCookies(categories: readonly CookieCategory[]): PlacedCookie[] {
  return categories.flatMap(({ key, cookies }) =>
    cookies.map((cookie) => ({ category: key, ...cookie })),
  );
}

/**
 * What changed in the categories, by key, and in the cookies, by name. Their order does not count.
 * @returns lists that are empty exactly where a visitor who answered to one need not be asked again
 *   for the other
 */
export function categoryChanges(from: readonly CookieCategory[], to: readonly CookieCategory[]) {
  return {
    categories: compare(
      from.map(textOf),
      to.map(textOf),
      (a, b) => a.key === b.key,
      ({ key }) => ({ key }),
    ),
    cookies: compare(
      placedCookies(from),
      placedCookies(to),
      (a, b) => a.name === b.name,
      ({ name, category }) => ({ name, category }),
    ),
  };
}
