import { createHash } from 'node:crypto';

/** Sorts the keys of every object, however deep; arrays keep their order. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}

/** JSON in which equal values always have equal text, whatever order their keys were written in. */
export function canonicalJson(value: unknown): string {
  // Its type does not say so, but undefined has no JSON.
  const text = JSON.stringify(sortKeys(value)) as string | undefined;
  return text ?? 'null';
}

/** SHA-256 of a value's canonical JSON, as 64 hexadecimal digits. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
