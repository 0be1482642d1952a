import { entryKey, sourceKey } from '../../../scripts/import/source-key';
import { SourceFields } from '../../../scripts/import/source-fields';
import { refusalOf } from './sources';

function keyOf(values: Record<string, string>): string {
  const fields = Object.entries(values).map(([name, value]) => ({ name, value, line: 1 }));
  return entryKey(new SourceFields(fields, 1));
}

it('names an entry by what is least likely to change', () => {
  const all = { title: 'A title', url: 'https://a.example/b', code: 'X-1', key: 'k' };
  expect(keyOf(all)).toBe('k');
  expect(keyOf({ ...all, key: '' })).toBe('X-1');
  expect(keyOf({ title: all.title, url: all.url })).toBe('https://a.example/b');
  expect(keyOf({ title: all.title })).toBe('a-title');
  expect(keyOf({ title: '研修' })).toBe('研修');
});

it('refuses an entry without any name', () => {
  expect(refusalOf(() => keyOf({ level: 'expert' })).message).toContain('has no title');
});

it('gives a file name one key, however a system writes its accents', () => {
  expect(sourceKey('caf\u00e9.md')).toBe(sourceKey('cafe\u0301.md'));
});

it('fits every key into the database, and keeps different ones different', () => {
  const long = 'x'.repeat(300);
  expect(sourceKey('list.yaml', 'a')).toBe('list.yaml#a');
  expect(sourceKey(`${long}a`)).toHaveLength(255);
  expect(sourceKey(`${long}a`)).not.toBe(sourceKey(`${long}b`));
});
