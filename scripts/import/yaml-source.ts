import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { Refusal } from './refusal';
import type { SourceField, SourceValue } from './source-fields';

/** A parsed YAML text that knows its lines. */
export interface YamlSource {
  document: Document.Parsed;
  /** The line of a place in the text, counted from 1 in the file. */
  lineAt: (offset: number | undefined) => number;
}

/**
 * Parses YAML so that every value stays as its author wrote it: a code `0042`, a version `1.10` and
 * a date are texts here, and an empty value is null.
 * @param firstLine the line of the file on which the text begins
 * @throws Refusal with the line of the first mistake
 */
export function parseYaml(text: string, firstLine = 1): YamlSource {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    customTags: ['null', 'merge'],
    lineCounter,
    prettyErrors: false,
    // Tags of other programs, such as !ruby/object, are not our mistake: the value counts.
    logLevel: 'error',
  });
  const lineAt = (offset = 0) => lineCounter.linePos(offset).line + firstLine - 1;
  const mistake = document.errors[0];
  if (mistake) throw new Refusal(`is not valid YAML: ${mistake.message}`, lineAt(mistake.pos[0]));
  return { document, lineAt };
}

/**
 * The plain value of a part of a YAML text, anchors resolved.
 * @throws Refusal for aliases that lead nowhere or multiply without end
 */
function toValue(node: Node | null, { document, lineAt }: YamlSource): SourceValue {
  if (node === null) return null;
  try {
    return node.toJS(document, { maxAliasCount: 100 }) as SourceValue;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`is not valid YAML: ${reason}`, lineAt(node.range?.[0]));
  }
}

/**
 * The fields of a YAML mapping, each with its line.
 * @returns undefined where the part is no mapping
 */
export function toFields(node: Node | null, source: YamlSource): SourceField[] | undefined {
  if (!isMap(node)) return undefined;
  // Merge keys make fields that no line of their own has.
  const value = toValue(node, source) as Record<string, SourceValue>;
  const lines = new Map<string, number>();
  for (const { key } of node.items) {
    if (isScalar(key)) lines.set(String(key.value), source.lineAt(key.range?.[0]));
  }
  const start = source.lineAt(node.range?.[0]);
  return Object.entries(value).map(([name, fieldValue]) => ({
    name,
    value: fieldValue,
    line: lines.get(name) ?? start,
  }));
}
