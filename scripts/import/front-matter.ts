import { Refusal } from './refusal';
import { SourceFields } from './source-fields';
import { parseYaml, toFields } from './yaml-source';

/** A Markdown file, taken apart. */
export interface MarkdownSource {
  fields: SourceFields;
  body: string;
}

const OPENING = /^---[ \t]*\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;

/** Whether a text begins like front matter of any kind. */
export function hasFrontMatter(text: string): boolean {
  return /^(?:---|\+\+\+|\{)/.test(text);
}

/**
 * Takes a Markdown text with YAML front matter apart: YAML between two lines of three hyphens at
 * the very beginning, then the body.
 * @throws Refusal for missing or unclosed front matter, YAML mistakes (with the line), and front
 *   matter that is no mapping
 */
export function parseMarkdown(text: string): MarkdownSource {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) {
    if (/^(?:\+\+\+|\{)/.test(text)) {
      throw new Refusal('has front matter in TOML or JSON; only YAML (between ---) is read', 1);
    }
    throw new Refusal('has no front matter: begin it with ---, the fields, and ---', 1);
  }
  const rest = text.slice(opening.length);
  const closing = CLOSING.exec(rest);
  if (!closing) throw new Refusal('has front matter that does not end: add a line ---', 1);

  const source = parseYaml(rest.slice(0, closing.index), 2);
  const body = rest.slice(closing.index + closing[0].length + 1);
  const contents = source.document.contents;
  if (contents === null) return { fields: new SourceFields([], 1), body };
  const fields = toFields(contents, source);
  if (!fields) throw new Refusal('has front matter that is not made of "field: value"', 2);
  return { fields: new SourceFields(fields, 1), body };
}
