import { mapProse } from './markdown-prose';
import { renderTag, UNKNOWN, type Tag, type TagContext } from './template-tag';

/** A Markdown text without template tags, and what was lost. */
export interface ResolvedText {
  text: string;
  /** Sentences that say what was left out, one for each time. */
  warnings: string[];
}

const DELIMITERS = { '{{': '}}', '{%': '%}' } as const;

/** What is between the delimiters, without the marks that trim white space or tell kinds apart. */
function parseTag(opening: keyof typeof DELIMITERS, inside: string): Tag | undefined {
  const isShortcode = opening === '{{' && /^[<%]/.test(inside);
  const bare = isShortcode ? inside.slice(1).replace(/[>%]$/, '') : inside;
  const content = bare.replace(/^-/, '').replace(/-$/, '').trim();
  if (opening === '{{' && !isShortcode) {
    return { kind: 'variable', name: content.split('|')[0]?.trim() ?? '', rest: '' };
  }
  const name = /^\/?\s*[\w./-]+/.exec(content)?.[0];
  if (name === undefined) return undefined;
  const kind = isShortcode ? 'shortcode' : 'statement';
  return { kind, name: name.replace(/\s/g, ''), rest: content.slice(name.length).trim() };
}

/** Replaces every tag in a stretch of prose. What only looks like one stays. */
function replaceTags(prose: string, context: TagContext): string {
  let result = '';
  let done = 0;
  // `${{ … }}` is an expression of GitHub's workflows.
  for (const { 0: match, index: start } of prose.matchAll(/(?<!\$)\{[{%]/g)) {
    if (start < done) continue;
    const opening = match as keyof typeof DELIMITERS;
    const end = prose.indexOf(DELIMITERS[opening], start + 2);
    if (end === -1) break;
    const tag = parseTag(opening, prose.slice(start + 2, end));
    const replacement = tag && renderTag(tag, context);
    result += prose.slice(done, start) + (replacement ?? prose.slice(start, end + 2));
    done = end + 2;
  }
  return result + prose.slice(done);
}

const EMPTY_ADDRESS = String.raw`\s*<?${UNKNOWN}(?!/\w)[^)\n]*`;
const EMPTY_LINK = new RegExp(String.raw`!?\[([^\[\]]*)\]\(${EMPTY_ADDRESS}\)`, 'g');
const EMPTY_DEFINITION = new RegExp(String.raw`^( {0,3}\[[^\[\]]+\]:)${EMPTY_ADDRESS}$`, 'gm');

/** A link whose address is unknown becomes its text; where a path is left, the path stays. */
function unlink(text: string): string {
  return text
    .replace(EMPTY_LINK, '$1')
    .replace(EMPTY_DEFINITION, '$1 #')
    .replaceAll(`<${UNKNOWN}>`, '')
    .replaceAll(UNKNOWN, '');
}

/**
 * Replaces the tags of site generators (Hugo's shortcodes, Jekyll's Liquid) with the Markdown that
 * they stand for. What has a meaning only there is left out with a warning; code stays untouched.
 * @param variables what `page.…` and `param` stand for: the fields of the front matter
 */
export function resolveTemplateTags(
  markdown: string,
  variables: (name: string) => string | undefined,
): ResolvedText {
  if (!/\{[{%]/.test(markdown)) return { text: markdown, warnings: [] };
  const warnings: string[] = [];
  const context: TagContext = { variables, warn: (warning) => warnings.push(warning) };
  const replaced = mapProse(markdown.replaceAll(UNKNOWN, ''), (prose) =>
    replaceTags(prose, context),
  );
  return { text: unlink(replaced), warnings };
}
