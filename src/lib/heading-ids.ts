import type MarkdownIt from 'markdown-it';
import { slugify } from './slug';

/** What a parser that gives headings ids must be told of one text: `parser.render(text, env)`. */
export interface HeadingEnvironment {
  /** Makes an id that is unique in the text. */
  takeId: (wanted: string) => string;
}

/**
 * Hands out the ids of one text: `costs`, `costs-2`, `costs-3` … The time it takes does not grow
 * with the number of headings, so that a text of nothing but equal headings cannot stop the server.
 */
export function uniqueIds(): (wanted: string) => string {
  const counts = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    let count = counts.get(wanted) ?? 0;
    while (counts.has(id)) {
      count += 1;
      id = `${wanted}-${count}`;
    }
    counts.set(wanted, Math.max(count, 1));
    counts.set(id, counts.get(id) ?? 1);
    return id;
  };
}

/** Makes a parser name every heading after its text, for links to a part of a page. */
export function headingIds(parser: MarkdownIt): void {
  parser.core.ruler.push('heading_ids', (state) => {
    const { takeId } = state.env as HeadingEnvironment;
    state.tokens.forEach((token, index) => {
      if (token.type !== 'heading_open') return;
      const parts = state.tokens[index + 1]?.children ?? [];
      const words = parts.filter(({ type }) => type === 'text' || type === 'code_inline');
      const text = words.map(({ content }) => content).join('');
      token.attrSet('id', takeId(slugify(text, 'section')));
    });
  });
}
