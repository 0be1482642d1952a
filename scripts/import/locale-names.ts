/** Finds the enabled locale that a word means. */
export type FindLocale = (word: string) => string | undefined;

function fold(word: string): string {
  return word.trim().toLowerCase().replaceAll('_', '-');
}

/** What a language is called in English and in itself, such as Spanish and español. */
function languageNames(code: string): string[] {
  return ['en', code].map((inLanguage) => {
    const names = new Intl.DisplayNames([inLanguage], { type: 'language' });
    return fold(names.of(code) ?? code);
  });
}

/**
 * Prepares the look-up of locales by code (`es`, `es-MX`, `es_MX`: the language counts where the
 * region is not enabled) and by name (`Spanish`, `español`).
 * @param enabled codes of the locales that the site has
 */
export function localeFinder(enabled: readonly string[]): FindLocale {
  const byWord = new Map(enabled.map((code) => [fold(code), code]));
  for (const code of enabled) {
    for (const name of languageNames(code)) {
      if (!byWord.has(name)) byWord.set(name, code);
    }
  }
  return (word) => {
    const folded = fold(word);
    const language = /^[a-z]{2,3}(?=-)/.exec(folded)?.[0];
    return byWord.get(folded) ?? (language === undefined ? undefined : byWord.get(language));
  };
}
