import fc from 'fast-check';

import { renderMarkdown } from '../../../src/lib/markdown';

const TAGS = new Set(
  (
    'address article aside footer header h1 h2 h3 h4 h5 h6 hgroup main nav section blockquote dd div ' +
    'dl dt figcaption figure hr li menu ol p pre ul a abbr b bdi bdo br cite code data dfn em i kbd ' +
    'mark q rb rp rt rtc ruby s samp small span strong sub sup time u var wbr caption col colgroup ' +
    'table tbody td tfoot th thead tr img del ins details summary'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  'title rel alt width height loading start reversed align colspan rowspan scope id'.split(' '),
);
const PROTOCOLS = new Set(['http:', 'https:', 'mailto:', 'tel:']);

const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+(?:="[^"<>]*")?)*) ?\/?>/g;
const ATTRIBUTE = / ([a-z]+)(?:="([^"<>]*)")?/g;

interface Element {
  tag: string;
  attributes: Map<string, string>;
}

function decode(text: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(\w+);/g, (entity, name: string) => names[name] ?? entity);
}

/** Reads HTML by a strict grammar; `rest` is what is left without its elements. */
function readElements(html: string): { elements: Element[]; rest: string } {
  const elements: Element[] = [];
  const rest = html.replace(TAG, (_all, _slash, tag: string, attributes: string) => {
    const pairs = [...attributes.matchAll(ATTRIBUTE)];
    elements.push({
      tag,
      attributes: new Map(pairs.map(([, name = '', value = '']) => [name, decode(value)])),
    });
    return '';
  });
  return { elements, rest };
}

function isHarmless(name: string, value: string): boolean {
  // As a browser reads it, relative to the page.
  if (name === 'href' || name === 'src') {
    const page = 'https://example.org/blogs/';
    // An address that no browser understands leads nowhere.
    return !URL.canParse(value, page) || PROTOCOLS.has(new URL(value, page).protocol);
  }
  if (name === 'class') return /^(language-[\w-]+)?$/.test(value);
  return ATTRIBUTES.has(name);
}

/** Everything in an HTML text that a grammar of harmless elements does not account for. */
function findHarm(html: string): string[] {
  const { elements, rest } = readElements(html);
  const harm = /[<>]/.test(rest) ? [`not a tag, yet markup: ${rest}`] : [];
  for (const { tag, attributes } of elements) {
    if (!TAGS.has(tag)) harm.push(`<${tag}>`);
    for (const [name, value] of attributes)
      if (!isHarmless(name, value)) harm.push(`<${tag} ${name}="${value}">`);
  }
  return harm;
}

const scheme = fc.constantFrom(
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6A;avascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  '//evil.example/x.js',
  '/relative',
  'https://example.org/',
);
const element = fc.constantFrom(
  ...['script', 'style', 'iframe', 'object', 'embed', 'svg', 'math', 'form', 'input', 'base'],
  ...['meta', 'link', 'template', 'noscript', 'textarea', 'title', 'xmp', 'plaintext', 'video'],
  ...['img', 'a', 'p', 'div', 'h1', 'table', 'td', 'code', 'details', 'marquee', 'x-y', 'SCRIPT'],
);
const attribute = fc.oneof(
  fc.tuple(
    fc.constantFrom('href', 'src', 'action', 'formaction', 'xlink:href', 'srcset', 'data'),
    scheme,
  ),
  fc.tuple(
    fc.constantFrom('onclick', 'onerror', 'OnLoad', 'on\u0000click', 'style', 'srcdoc', 'class'),
    fc.constantFrom('alert(1)', 'background:url(javascript:alert(1))', '<script>alert(1)</script>'),
  ),
  fc.tuple(fc.constantFrom('id', 'name', 'title', 'alt', 'target'), fc.string({ maxLength: 20 })),
);
const quote = fc.constantFrom('"', "'", '', '`');
const attributes = fc
  .array(
    fc
      .tuple(attribute, quote, fc.constantFrom(' ', '/', '\n', '\t', '\f'))
      .map(([[key, value], mark, space]) => `${space}${key}=${mark}${value}${mark}`),
    { maxLength: 3 },
  )
  .map((list) => list.join(''));
const openTag = fc.tuple(element, attributes).map(([tag, list]) => `<${tag}${list}>`);
const fragment = fc.oneof(
  openTag,
  openTag,
  element.map((tag) => `</${tag}>`),
  scheme.map((address) => `[text](<${address}>)`),
  scheme.map((address) => `![text](${address} "title")`),
  scheme.map((address) => `<${address}>`),
  scheme.map((address) => `[ref]: ${address}\n\n[ref]\n`),
  fc.constantFrom('<!--', '-->', '<![CDATA[', ']]>', '<?php', '?>', '<!DOCTYPE html>', '<', '>'),
  fc.constantFrom(
    '"',
    "'",
    '`',
    '```html\n',
    '\n```\n',
    '\n\n',
    '    ',
    '# ',
    '| a | b |\n|---|---|\n',
  ),
  fc.constantFrom('&lt;script&gt;', '&#60;script&#62;', '\\<script>', '\u0000', '\u2028', '<<'),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const nasty = fc.array(fragment, { maxLength: 12 }).map((list) => list.join(''));

describe('the HTML of a Markdown text', () => {
  it('does nothing but show text, links and pictures, whatever is written', () => {
    fc.assert(
      fc.property(nasty, (markdown) => {
        expect(findHarm(renderMarkdown(markdown))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('has an id for every heading that Markdown makes, and none of them twice', () => {
    const heading = fc.tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('Costs', 'Costs', 'costs!', 'Costs 2', 'costs-1', '🎓', '', 'Élan', '`a`'),
    );
    const raw = fc.constantFrom('<h2 id="costs">Costs</h2>', '<h3 id="costs-2">x</h3>', 'text');
    const block = fc.oneof(
      heading.map(([level, text]) => `${'#'.repeat(level)} ${text}`),
      raw,
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 10 }), (blocks) => {
        const { elements } = readElements(renderMarkdown(blocks.join('\n\n')));
        const ids = elements.flatMap(({ attributes: list }) => list.get('id') ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        const markdownHeadings = blocks.filter((text) => text.startsWith('#'));
        expect(ids.length).toBeGreaterThanOrEqual(markdownHeadings.length);
        expect(ids).not.toContain('');
      }),
    );
  });

  it('names a heading after its text', () => {
    expect(renderMarkdown('## What it costs\n\n## What it costs')).toBe(
      '<h2 id="what-it-costs">What it costs</h2>\n<h2 id="what-it-costs-2">What it costs</h2>',
    );
  });

  it.each([
    ['[here](/trainings/first-aid)', 'href="/trainings/first-aid"'],
    ['[here](../other#part)', 'href="../other#part"'],
    ['[here](#part)', 'href="#part"'],
    ['[mail](mailto:desk@example.org)', 'href="mailto:desk@example.org"'],
    ['[call](tel:+33100000000)', 'href="tel:+33100000000"'],
    ['https://example.org/a', 'href="https://example.org/a"'],
    ['![chart](/uploads/chart.png)', 'src="/uploads/chart.png"'],
    ['![chart](pictures/chart.png)', 'alt="chart"'],
    ['<img src="a.png" width="10" height="20" onerror="x()">', 'width="10" height="20"'],
    ['| a |\n|--:|\n| 1 |', '<td'],
    ['~~old~~', '<s>old</s>'],
    ['<details><summary>More</summary>text</details>', '<details><summary>More</summary>'],
  ])('of %j keeps %s', (markdown, expected) => {
    expect(renderMarkdown(markdown)).toContain(expected);
  });

  it('shows code as it is written, and names its language', () => {
    const code = 'if (a < b && c) { run("<script>") }';
    expect(renderMarkdown(`\`\`\`js\n${code}\n\`\`\``)).toBe(
      '<pre><code class="language-js">if (a &lt; b &amp;&amp; c) { run("&lt;script&gt;") }\n</code></pre>',
    );
    expect(decode(renderMarkdown(`    ${code}`))).toContain(code);
    expect(decode(renderMarkdown(`\`${code}\``))).toContain(code);
  });

  it.each([
    ['<script>alert(1)</script>after', 'after'],
    ['<style>p { color: red }</style>\n\nafter', '<p>after</p>'],
    ['<iframe src="https://example.org">inside</iframe>\n\nafter', '<p>after</p>'],
    ['<marquee>kept</marquee>', '<p>kept</p>'],
    ['<span style="color:red" class="x" id="y">kept</span>', '<p><span>kept</span></p>'],
    ['[click](javascript:alert(1))', '<p>[click](javascript:alert(1))</p>'],
    ['<a href="javascript:alert(1)">click</a>', '<p><a rel="noopener noreferrer">click</a></p>'],
  ])('of %j is %j', (markdown, expected) => {
    expect(renderMarkdown(markdown)).toBe(expected);
  });

  it('takes windows of other sites no control of the page', () => {
    expect(renderMarkdown('[out](https://example.org)')).toContain('rel="noopener noreferrer"');
    expect(renderMarkdown('<a href="https://example.org" target="_blank" rel="opener">x</a>')).toBe(
      '<p><a href="https://example.org" rel="noopener noreferrer">x</a></p>',
    );
  });

  it('of nothing is nothing', () => {
    expect(renderMarkdown('')).toBe('');
    expect(renderMarkdown(' \n ')).toBe('');
  });
});
