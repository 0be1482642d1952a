import { isSeq, type Node } from 'yaml';
import { Refusal } from './refusal';
import { SourceFields } from './source-fields';
import { parseYaml, toFields } from './yaml-source';

/** Does work that may refuse one entry of a list, and keeps the refusal in its place. */
export function orRefusal<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/**
 * Reads a YAML list of mappings.
 * @returns for each entry its fields, or why it cannot be read
 * @throws Refusal for a text that is no YAML, or no list
 */
export function parseYamlList(text: string): (SourceFields | Refusal)[] {
  const source = parseYaml(text);
  const { contents } = source.document;
  if (contents === null) return [];
  if (!isSeq(contents)) {
    throw new Refusal('must be a list: each training begins with a hyphen', 1);
  }
  return contents.items.map((item) => {
    const node = item as Node | null;
    return orRefusal(() => {
      const line = source.lineAt(node?.range?.[0] ?? contents.range[0]);
      const fields = toFields(node, source);
      if (!fields) throw new Refusal('is an entry that is not made of "field: value"', line);
      return new SourceFields(fields, line);
    });
  });
}
