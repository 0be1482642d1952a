import { Refusal } from '../../../scripts/import/refusal';
import { SourceFields } from '../../../scripts/import/source-fields';
import { parseYamlList } from '../../../scripts/import/yaml-list';
import { refusalOf } from './sources';

it('reads each entry with its line', () => {
  const entries = parseYamlList('- title: a\n\n-\n  title: b\n');
  expect(entries.map((entry) => entry instanceof SourceFields && entry.text('title'))).toEqual([
    'a',
    'b',
  ]);
  expect(entries.map((entry) => entry.line)).toEqual([1, 4]);
});

it('refuses an entry that is no mapping and reads the others', () => {
  const [first, second, third] = parseYamlList('- title: a\n- just text\n- title: c\n');
  expect(first).toBeInstanceOf(SourceFields);
  expect(second).toBeInstanceOf(Refusal);
  expect(second?.line).toBe(2);
  expect(third).toBeInstanceOf(SourceFields);
});

it('refuses a text that is no list', () => {
  expect(refusalOf(() => parseYamlList('title: a')).message).toContain('must be a list');
});

it('finds nothing in an empty text', () => {
  expect(parseYamlList('# only a comment\n')).toEqual([]);
});
