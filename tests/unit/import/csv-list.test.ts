import { parseCsvList } from '../../../scripts/import/csv-list';
import { Refusal } from '../../../scripts/import/refusal';
import type { SourceFields } from '../../../scripts/import/source-fields';
import { refusalOf } from './sources';

function read(text: string): SourceFields[] {
  return parseCsvList(text).map((entry) => {
    if (entry instanceof Refusal) throw entry;
    return entry;
  });
}

it.each([
  ['commas', 'title,code\n"A, b",X\n'],
  ['semicolons', 'title;code\nA, b;X\n'],
  ['tabs', 'title\tcode\nA, b\tX\n'],
])('reads columns parted by %s', (_, text) => {
  const [row] = read(text);
  expect([row?.text('title'), row?.text('code')]).toEqual(['A, b', 'X']);
});

it('counts lines as an editor does: through quoted line breaks and empty lines', () => {
  const rows = read('title,description\na,"one\ntwo"\n\nb,three\nc,four\n');
  expect(rows.map(({ line }) => line)).toEqual([2, 5, 6]);
});

it('refuses a row with too many or too few columns and reads the others', () => {
  const entries = parseCsvList('title,code\na,1\nb\nc,2,3\nd,4\n');
  expect(entries.map((entry) => entry instanceof Refusal)).toEqual([false, true, true, false]);
  expect(entries[1]?.line).toBe(3);
  expect((entries[2] as Refusal).message).toContain('has 3 columns here, the first line has 2');
});

it.each([
  [
    'no title column',
    'titel,code\na,b\n',
    'has no column "title"; its first line has titel, code',
    1,
  ],
  ['a column twice', 'title,Code,code\na,b,c\n', 'has columns twice: code', 1],
  ['a column without a name', 'title,,code\na,b,c\n', 'without a name', 1],
  ['a quote that is not closed', 'title\na\n"b\nc\n', 'is not valid CSV', 3],
  ['a quote inside a value', 'title\na\nb"c\n', 'is not valid CSV', 3],
])('refuses a table with %s', (_, text, message, line) => {
  const refusal = refusalOf(() => parseCsvList(text));
  expect(refusal.message).toContain(message);
  expect(refusal.line).toBe(line);
});

it('finds nothing in an empty text', () => {
  expect(parseCsvList('')).toEqual([]);
});
