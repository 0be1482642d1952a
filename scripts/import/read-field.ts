import { Refusal } from './refusal';
import {
  foldFieldName,
  isMapping,
  oneLine,
  type SourceField,
  type SourceFields,
  type SourceValue,
} from './source-fields';

/**
 * A text on one line.
 * @param limit longest that it may be, in characters
 * @throws Refusal for a longer one
 */
export function shortText(
  fields: SourceFields,
  limit: number,
  ...names: string[]
): string | undefined {
  const text = fields.text(...names);
  return text === undefined ? undefined : checkLength(oneLine(text), limit, fields.find(...names));
}

/** @throws Refusal where the text is too long */
function checkLength(text: string, limit: number, field: SourceField | undefined): string {
  if (text.length <= limit) return text;
  const name = field?.name ?? 'text';
  throw new Refusal(
    `"${name}" has ${text.length} characters, ${limit} are allowed; shorten it`,
    field?.line,
  );
}

/** The text of an entry: the entry itself, or what a mapping calls its name. */
function entryText(entry: SourceValue, key: string): string | undefined {
  if (typeof entry === 'string') return oneLine(entry);
  if (!entry || !isMapping(entry)) return undefined;
  const named = Object.entries(entry).find(([name]) => foldFieldName(name) === key)?.[1];
  return typeof named === 'string' ? oneLine(named) : undefined;
}

/** How a list of short texts may be written. */
interface ListFormat {
  /** Longest entry, in characters. */
  limit: number;
  /** Splits a text; a list's own entries are never split. */
  separator: RegExp;
  /** Which part of an entry counts where entries are mappings; its name if not said. */
  key?: string;
}

/**
 * A list of short texts: a YAML list, or one text with separators.
 * @returns undefined where the source has no such field; an empty list where it is empty
 * @throws Refusal for entries that are no texts, or too long
 */
export function textList(
  fields: SourceFields,
  { limit, separator, key = 'name' }: ListFormat,
  ...names: string[]
): string[] | undefined {
  const field = fields.find(...names);
  if (!field) return undefined;
  const { value } = field;
  const single = typeof value === 'string' ? value.split(separator) : [value];
  const entries: SourceValue[] = Array.isArray(value) ? value : single;
  return entries
    .filter((entry) => entry !== null)
    .map((entry) => {
      const text = entryText(entry, key);
      if (text === undefined) {
        throw new Refusal(`"${field.name}" must be a list of texts`, field.line);
      }
      return checkLength(text, limit, field);
    })
    .filter((text) => text !== '');
}

/**
 * A number that is not negative; a decimal comma is understood.
 * @throws Refusal for anything else
 */
export function positiveNumber(fields: SourceFields, ...names: string[]): number | undefined {
  const text = fields.text(...names);
  if (text === undefined) return undefined;
  const field = fields.find(...names);
  if (!/^\d{1,9}(?:[.,]\d{1,6})?$/.test(text)) {
    throw new Refusal(
      `"${field?.name ?? ''}" must be a number such as 7.5, not "${text}"`,
      field?.line,
    );
  }
  return Number(text.replace(',', '.'));
}

/**
 * One of the values of an enumeration, in any case, with spaces or hyphens.
 * @throws Refusal for a value that is none of them
 */
export function choice<T extends string>(
  fields: SourceFields,
  values: readonly T[],
  ...names: string[]
): T | undefined {
  const text = fields.text(...names);
  if (text === undefined) return undefined;
  const found = values.find((value) => foldFieldName(value) === foldFieldName(text));
  if (found) return found;
  const field = fields.find(...names);
  throw new Refusal(
    `"${field?.name ?? ''}" must be one of ${values.join(', ')}, not "${text}"`,
    field?.line,
  );
}

const FLAGS: Record<string, boolean> = {
  true: true,
  yes: true,
  '1': true,
  false: false,
  no: false,
  '0': false,
};

/**
 * A yes or no.
 * @throws Refusal for anything but true, false, yes, no, 1 and 0
 */
export function flag(fields: SourceFields, ...names: string[]): boolean | undefined {
  const text = fields.text(...names)?.toLowerCase();
  if (text === undefined) return undefined;
  if (Object.hasOwn(FLAGS, text)) return FLAGS[text];
  const field = fields.find(...names);
  throw new Refusal(`"${field?.name ?? ''}" must be true or false, not "${text}"`, field?.line);
}
