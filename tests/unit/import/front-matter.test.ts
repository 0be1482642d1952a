import { parseMarkdown } from '../../../scripts/import/front-matter';
import { refusalOf } from './sources';

it('takes front matter and body apart', () => {
  const { fields, body } = parseMarkdown('---\ntitle: Hello\n---\n\nText\n---\nmore\n');
  expect(fields.text('title')).toBe('Hello');
  expect(body).toBe('\nText\n---\nmore\n');
});

it('leaves every value as its author wrote it', () => {
  const { fields } = parseMarkdown('---\ncode: 0042\nversion: 1.10\nday: 2024-03-09\n---\n');
  expect([fields.text('code'), fields.text('version'), fields.text('day')]).toEqual([
    '0042',
    '1.10',
    '2024-03-09',
  ]);
});

it('finds fields in any case and with any separator', () => {
  const { fields } = parseMarkdown('---\nTitle: a\nredirect_from: b\nLast-Changed: c\n---\n');
  expect(fields.text('title')).toBe('a');
  expect(fields.text('redirectFrom')).toBe('b');
  expect(fields.text('lastChanged')).toBe('c');
});

it('takes an empty value and null for no value, but a quoted null for a text', () => {
  const { fields } = parseMarkdown('---\na:\nb: null\nc: ~\nd: "null"\n---\n');
  expect(['a', 'b', 'c', 'd'].map((name) => fields.text(name))).toEqual([
    undefined,
    undefined,
    undefined,
    'null',
  ]);
});

it('remembers which fields nobody asked for', () => {
  const { fields } = parseMarkdown('---\ntitle: a\nLayout: page\nshow_meta: true\n---\n');
  fields.text('title');
  expect(fields.unread()).toEqual(['Layout', 'show_meta']);
});

it('reads front matter that is empty', () => {
  expect(parseMarkdown('---\n---\nText').body).toBe('Text');
});

it.each([
  ['no front matter', 'Just text', 'has no front matter', 1],
  ['front matter without an end', '---\ntitle: a\n', 'does not end', 1],
  ['TOML', '+++\ntitle = "a"\n+++\n', 'TOML', 1],
  ['a list', '---\n- a\n- b\n---\n', 'is not made of "field: value"', 2],
  ['a quote that is not closed', '---\ntitle: a\nteaser: "b\n---\n', 'is not valid YAML', 4],
  ['a tab as indentation', '---\na:\n\t- b\n---\n', 'is not valid YAML', 3],
  ['a repeated field', '---\na: 1\na: 2\n---\n', 'is not valid YAML', 3],
  ['a field repeated in another case', '---\ntag: 1\nTag: 2\n---\n', '"Tag" repeats "tag"', 3],
  ['an alias without an anchor', '---\na: *b\n---\n', 'is not valid YAML', 2],
])('refuses %s with its line', (_, text, message, line) => {
  const refusal = refusalOf(() => parseMarkdown(text));
  expect(refusal.message).toContain(message);
  expect(refusal.line).toBe(line);
});

it('refuses aliases that multiply without end', () => {
  const levels = Array.from(
    { length: 9 },
    (_, at) => `l${at}: &l${at} [${'*l'.concat(String(at - 1), ', ').repeat(9)}]`,
  );
  levels[0] = 'l0: &l0 [a, a, a, a, a, a, a, a, a]';
  const refusal = refusalOf(() => parseMarkdown(`---\n${levels.join('\n')}\n---\n`));
  expect(refusal.message).toContain('is not valid YAML');
});
