import { summaryLines } from '../../../scripts/import/summary';
import { Tally } from '../../../scripts/import/tally';

const none = { people: 0, categories: 0, tags: 0 };

it('tells what happened, the numbers last', () => {
  const tally = new Tally();
  for (let count = 0; count < 98; count += 1) tally.count('created');
  tally.count('unchanged');
  tally.refuse({ file: 'b.md', line: 7 }, 'has no title');
  tally.note(['something was left out'], ['layout']);
  tally.note(['something was left out'], ['layout', 'color']);
  const made = { ...none, tags: 3 };
  const run = {
    tally,
    made,
    total: 100,
    milliseconds: 2000,
    isDryRun: false,
    isInterrupted: false,
  };
  expect(summaryLines(run)).toEqual([
    'refused  b.md:7  has no title',
    'Notes:',
    '  2 × something was left out',
    '  fields that have no place here, ignored: layout (2), color (1)',
    'Also made: 3 tags',
    '100 documents in 2.0 s, 50.0 a second: 98 created, 0 updated, 1 unchanged, 1 refused',
  ]);
});

it('says that a dry run has written nothing, and that a run was ended early', () => {
  const run = { tally: new Tally(), made: none, total: 9, milliseconds: 1000 };
  expect(summaryLines({ ...run, isDryRun: true, isInterrupted: false }).at(-1)).toMatch(
    /^Dry run, nothing was written: 0 documents/,
  );
  expect(summaryLines({ ...run, isDryRun: false, isInterrupted: true }).at(-1)).toMatch(
    /^Ended early after 0 of 9 documents/,
  );
});
