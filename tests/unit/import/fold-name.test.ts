import { distinctNames, foldName } from '../../../scripts/import/fold-name';

it.each([
  ['GitHub', 'Github'],
  ['Jörg Müller', 'JORG MULLER'],
  ['Ana  María', 'ana maria'],
  ['Open Science', 'open-science'],
  ['D’Artagnan', "D'Artagnan"],
  ['Café', 'Cafe\u0301'],
])('takes %s and %s for one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});

it.each([
  ['C', 'C++'],
  ['C', 'C#'],
  ['NET', '.NET'],
  ['ガ', 'カ'],
])('keeps %s and %s apart', (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other));
});

it('keeps the first spelling of each name', () => {
  expect(distinctNames(['Python', 'R', 'python'])).toEqual(['Python', 'R']);
});
