import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { headingIds, uniqueIds, type HeadingEnvironment } from './heading-ids';

const parser = new MarkdownIt({ html: true, linkify: true }).use(headingIds);

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const policy: sanitizeHtml.IOptions = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img', 'del', 'ins', 'details', 'summary'],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'title', 'width', 'height', 'loading'],
    code: ['class'],
    ol: ['start', 'reversed'],
    th: ['align', 'colspan', 'rowspan', 'scope'],
    td: ['align', 'colspan', 'rowspan'],
    ...Object.fromEntries(HEADINGS.map((heading) => [heading, ['id']])),
  },
  allowedClasses: { code: [/^language-[\w-]+$/] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  // A style or script element goes with its content; any other forbidden tag leaves its text.
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'iframe',
    'object',
    'svg',
    'math',
  ],
  transformTags: {
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer' }),
    img: sanitizeHtml.simpleTransform('img', { loading: 'lazy' }),
  },
};

/** Headings in raw HTML may bring ids along; the first heading of an id keeps it. */
function headingTransforms(): sanitizeHtml.IOptions['transformTags'] {
  const takeId = uniqueIds();
  const transform: sanitizeHtml.Transformer = (tagName, { id, ...others }) => ({
    tagName,
    attribs: id ? { ...others, id: takeId(id) } : others,
  });
  return Object.fromEntries(HEADINGS.map((heading) => [heading, transform]));
}

/**
 * Renders an editor's Markdown (CommonMark 0.31, tables, raw HTML) for a web page.
 * @returns HTML without scripts, styles, event handlers, frames or addresses other than http(s),
 *   mailto, tel and relative ones; headings carry ids that are unique in the text
 */
export function renderMarkdown(markdown: string): string {
  const environment: HeadingEnvironment = { takeId: uniqueIds() };
  const html = parser.render(markdown, environment);
  const transformTags = { ...policy.transformTags, ...headingTransforms() };
  return sanitizeHtml(html, { ...policy, transformTags }).trim();
}
