import { localeFinder } from '../../../scripts/import/locale-names';

const find = localeFinder(['en', 'es', 'de', 'pt-BR']);

it.each([
  ['es', 'es'],
  ['ES', 'es'],
  ['Spanish', 'es'],
  ['español', 'es'],
  ['Deutsch', 'de'],
  ['es-MX', 'es'],
  ['de_AT', 'de'],
  ['pt_br', 'pt-BR'],
  ['Brazilian Portuguese', 'pt-BR'],
])('finds the locale that %s means', (word, code) => {
  expect(find(word)).toBe(code);
});

it.each(['', 'ja', 'Japanese', 'pt', 'English and Spanish'])('finds none for %j', (word) => {
  expect(find(word)).toBeUndefined();
});
