import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { oneLine } from './source-fields';

const parser = new MarkdownIt({ html: true });

type Token = ReturnType<typeof parser.parse>[number];

function inlineText(token: Token): string {
  const parts = (token.children ?? []).map(({ type, content }) => {
    if (type === 'text' || type === 'code_inline') return content;
    return type === 'softbreak' || type === 'hardbreak' ? ' ' : '';
  });
  return oneLine(parts.join(''));
}

/** The text between the tags. sanitize-html escapes what it leaves, so that is undone. */
function htmlText(html: string): string {
  const escaped = sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} });
  const text = escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return oneLine(text);
}

/** Reads Markdown that should be one line as plain text: no emphasis, links or tags. */
export function plainText(markdown: string): string {
  const [, inline] = parser.parse(oneLine(markdown), {});
  return inline?.type === 'inline' ? inlineText(inline) : oneLine(markdown);
}

/**
 * The first paragraph of a Markdown text as plain text. A paragraph without words, such as a
 * picture, does not count; HTML counts where the text has nothing else.
 * @returns undefined for a text without any
 */
export function firstParagraph(markdown: string): string | undefined {
  const tokens = parser.parse(markdown, {});
  const paragraphs = tokens.filter((_, at) => {
    const opening = tokens[at - 1];
    return opening?.type === 'paragraph_open' && opening.level === 0;
  });
  const prose = paragraphs.map(inlineText).find((text) => text !== '');
  if (prose !== undefined) return prose;
  const html = tokens.filter((token) => token.type === 'html_block');
  return html.map((token) => htmlText(token.content)).find((text) => text !== '');
}

/**
 * Shortens a text at a word, with an ellipsis.
 * @param limit longest result, in UTF-16 code units: what a database column counts at most
 */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, limit - 1);
  const atWord = /\s/.test(text.charAt(limit - 1)) ? room : room.replace(/\s+\S*$/, '');
  // Where no space is near (Japanese, a long address) the cut is in the middle, but not of a character.
  const cut = atWord.length < limit / 2 ? room : atWord;
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:.–-]+$/, '')}…`;
}
