import { Refusal } from './refusal';

/** A value in front matter, in a list or in a table: numbers and flags are still texts. */
export type SourceValue = string | null | SourceValue[] | { [key: string]: SourceValue };

/** One field of a source. */
export interface SourceField {
  /** As the source writes it. */
  name: string;
  value: SourceValue;
  /** Counted from 1. */
  line: number;
}

/** Whether a value is a mapping of names to values. */
export function isMapping(value: SourceValue): value is Record<string, SourceValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `redirect_from`, `Redirect-From` and `redirectFrom` are one name. */
export function foldFieldName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

/** Collapses white space: a text that YAML folded over lines is one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The fields of one source. It remembers which were read: the others have no place here. */
export class SourceFields {
  readonly #fields = new Map<string, SourceField>();
  readonly #read = new Set<string>();

  /**
   * @param line where the source begins: to blame where a field is missing
   * @throws Refusal where two fields differ in nothing but case and separators
   */
  constructor(
    fields: Iterable<SourceField>,
    readonly line: number,
  ) {
    for (const field of fields) {
      const name = foldFieldName(field.name);
      const earlier = this.#fields.get(name);
      if (earlier) {
        throw new Refusal(`"${field.name}" repeats "${earlier.name}"; keep one`, field.line);
      }
      this.#fields.set(name, field);
    }
  }

  /** The first of these fields that the source names, empty or not. */
  find(...names: string[]): SourceField | undefined {
    let found: SourceField | undefined;
    for (const name of names.map(foldFieldName)) {
      this.#read.add(name);
      const field = this.#fields.get(name);
      if (field && (!found || isEmpty(found.value))) found = field;
    }
    return found;
  }

  /** The first of these fields that has a value. */
  findFilled(...names: string[]): SourceField | undefined {
    const field = this.find(...names);
    return field && !isEmpty(field.value) ? field : undefined;
  }

  /**
   * A text, trimmed.
   * @throws Refusal for a list or a mapping
   */
  text(...names: string[]): string | undefined {
    const field = this.findFilled(...names);
    if (!field) return undefined;
    if (typeof field.value !== 'string') {
      throw new Refusal(`"${field.name}" must be a text`, field.line);
    }
    return field.value.trim();
  }

  /** Names of all fields that nothing has asked for, as the source writes them. */
  unread(): string[] {
    return [...this.#fields]
      .filter(([name]) => !this.#read.has(name))
      .map(([, field]) => field.name);
  }
}

function isEmpty(value: SourceValue): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || (Array.isArray(value) && value.length === 0);
}
