import { isDeepStrictEqual } from 'node:util';
import type { StrapiConfiguration } from './strapi-configuration';

type Row = StrapiConfiguration['layouts']['edit'][number];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes each value from the code, unless an editor has changed it since the code last set it. */
function mergeValue(applied: unknown, current: unknown, stored: unknown): unknown {
  if (isRecord(current) && isRecord(stored)) {
    const before = isRecord(applied) ? applied : {};
    const merged = Object.entries(current).map(([key, value]) => [
      key,
      mergeValue(before[key], value, stored[key]),
    ]);
    return { ...stored, ...Object.fromEntries(merged) };
  }
  return stored === undefined || isDeepStrictEqual(stored, applied) ? current : stored;
}

/** The rows of fields that the code shows now and did not show before, where `layout` lacks them. */
function findNewRows(applied: Row[], current: Row[], layout: Row[]): Row[] {
  const known = new Set([...applied, ...layout].flat().map(({ name }) => name));
  return current
    .map((row) => row.filter(({ name }) => !known.has(name)))
    .filter((row) => row.length > 0);
}

/**
 * Brings a stored configuration up to the code's, keeping what editors changed by "Configure the
 * view": each label, hint and setting by itself, the columns and the edit layout each as a whole.
 * @param applied what the code said when it was last applied
 * @param current what the code says now
 * @param stored what the content manager has stored, with editors' changes
 * @returns the configuration to store; fields that are new in the code end an edited layout
 */
export function mergeConfiguration<Stored extends object>(
  applied: StrapiConfiguration,
  current: StrapiConfiguration,
  stored: Stored,
): Stored & StrapiConfiguration {
  const merged = mergeValue(applied, current, stored) as Stored & StrapiConfiguration;
  const { edit } = merged.layouts;
  const newRows = findNewRows(applied.layouts.edit, current.layouts.edit, edit);
  return { ...merged, layouts: { ...merged.layouts, edit: [...edit, ...newRows] } };
}
