import { chooseLanguage, LANGUAGES, localesToAsk } from '../../../website/consent-notice/languages';
import { TEXTS } from '../../../website/consent-notice/texts';

const browser = ['de-AT', 'de', 'en'];

it.each([
  ['the tag before all', { option: 'fr', page: 'es', browser }, ['fr']],
  ['the page before the browser', { page: 'es', browser }, ['es']],
  ['the browser last', { page: '', browser }, ['de-AT', 'de', 'en']],
  ['English without any', { browser: [] }, ['en']],
  ['a region, then its language', { page: ' pt-BR ', browser }, ['pt-BR', 'pt']],
])('asks in the language of %s', (_, sources, locales) => {
  expect(localesToAsk(sources)).toEqual(locales);
});

it.each([
  [['fr-CA', 'fr'], 'fr'],
  [['DE'], 'de'],
  [['it'], 'en'],
  [['it', 'es'], 'es'],
  [['english'], 'en'],
])('speaks, for %j, %s', (locales, language) => {
  expect(chooseLanguage(locales)).toBe(language);
});

it('has every word in every language', () => {
  for (const language of LANGUAGES) {
    expect(Object.keys(TEXTS[language])).toEqual(Object.keys(TEXTS.en));
    expect(Object.values(TEXTS[language]).every((text) => text.trim() !== '')).toBe(true);
  }
});
