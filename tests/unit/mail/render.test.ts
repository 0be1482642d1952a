import path from 'node:path';

import fc from 'fast-check';
import sanitizeHtml from 'sanitize-html';

import { linesOf, oneLine } from '../../../src/mail/plain-text';
import { loadLayouts, type MailContent } from '../../../src/mail/render';

const render = loadLayouts(path.resolve(__dirname, '../../../src/mail/templates'));

/** What people put into forms to see what happens. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '</td></tr></table>',
  '"><img src=x onerror=alert(1)>',
  "' style='display:none",
  '<!--',
  ']]>',
  '{{constructor}}',
  '{{> layout}}',
  '{{{this}}}',
  '{{#each this}}{{/each}}',
  '&lt;b&gt;',
  '\r\nBcc: other@example.org',
  '\n\n--\nThe Academy',
  '\u2028\u2029\u0085\u0000',
  '\u202Efdp.exe',
  'https://evil.example/?a=b&c="d"',
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PAYLOADS), fc.string({ unit: 'grapheme' })), { maxLength: 5 })
  .map((parts) => parts.join(''));

/** A mail with all that a mail can have. */
function mailWith(value: string): MailContent {
  return {
    locale: 'en',
    subject: oneLine(value),
    heading: value,
    paragraphs: [value, 'Paragraph'],
    facts: [{ label: 'Name', value }],
    quote: { heading: 'Message', lines: ['one', value] },
    action: { label: value, url: 'https://example.org/' },
    notes: [value],
    sender: { name: value, lines: [value] },
  };
}

interface Parsed {
  /** Every tag with its attributes, in order. */
  tags: [name: string, attributes: object][];
  text: string;
}

function parse(html: string): Parsed {
  const tags: Parsed['tags'] = [];
  const text = sanitizeHtml(html, {
    allowedTags: [],
    nonTextTags: [],
    onOpenTag: (name, attributes) => tags.push([name, attributes]),
  });
  return { tags, text };
}

describe('what a visitor writes', () => {
  it('adds no tag and no attribute to the HTML of a mail', () => {
    const { tags } = parse(render(mailWith('harmless')).html);
    expect(tags.length).toBeGreaterThan(30);
    fc.assert(
      fc.property(hostile, (value) => {
        expect(parse(render(mailWith(value)).html).tags).toEqual(tags);
      }),
    );
  });

  it.each(PAYLOADS.filter((payload) => payload.includes('{{')))('is no template: %s', (payload) => {
    const [harmless, rendered] = [render(mailWith('harmless')), render(mailWith(payload))];
    const shown = parse(payload).text;
    expect(rendered.text).toBe(harmless.text.replaceAll('harmless', () => payload));
    expect(parse(rendered.html).text).toBe(
      parse(harmless.html).text.replaceAll('harmless', () => shown),
    );
  });

  it('stays on its line', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        expect(oneLine(value)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
        for (const line of linesOf(value)) expect(line).toBe(oneLine(line));
      }),
    );
  });

  it('cannot end the quotation in the text of a mail', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const content = { ...mailWith('x'), quote: { heading: 'Message', lines: linesOf(value) } };
        const { text } = render(content);
        const rest = text.slice(text.indexOf('Message:\n\n') + 'Message:\n\n'.length);
        const quoted = rest.split('\n').slice(0, linesOf(value).length);
        for (const line of quoted) expect(line).toMatch(/^> /);
      }),
    );
  });
});

describe('a mail', () => {
  it('keeps the words and line breaks of a message', () => {
    expect(linesOf('One\r\nTwo\n\n  Three\tfour ')).toEqual(['One', 'Two', '', 'Three four']);
  });

  it('can do without facts, a quotation and a link', () => {
    const { text, html } = render({
      ...mailWith('x'),
      facts: [],
      quote: undefined,
      action: undefined,
    });
    expect(text).toBe('x\n\nx\n\nParagraph\n\nx\n\n--\nx\nx\n');
    expect(html).not.toMatch(/<a |<blockquote|<th /);
  });
});
