/** Languages that the notice's own words are written in. */
export const LANGUAGES = ['en', 'fr', 'es', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Where a page or a browser says which language its reader wants. */
export interface LanguageSources {
  /** What the tag asks for: `data-locale`. */
  option?: string | undefined;
  /** The page's own: `<html lang>`. */
  page?: string | undefined;
  /** The browser's, most wanted first: `navigator.languages`. */
  browser: readonly string[];
}

const baseOf = (locale: string) => locale.split('-')[0]?.toLowerCase() ?? '';

/**
 * The locales in which to ask for the policy, most wanted first. The first source that says
 * anything decides: a page in Italian is not followed by a notice in the browser's German. Each
 * locale is followed by its bare language: `fr-CA`, `fr`.
 * @returns BCP 47 tags; without any source, English
 */
export function localesToAsk({ option, page, browser }: LanguageSources): string[] {
  const decisive = [[option], [page], browser]
    .map((locales) => locales.map((locale) => locale?.trim() ?? '').filter(Boolean))
    .find((locales) => locales.length > 0) ?? ['en'];
  return [...new Set(decisive.flatMap((locale) => [locale, baseOf(locale)]))];
}

/**
 * The language of the notice's own words.
 * @param locales as `localesToAsk` returns them
 * @returns the first that there are words for, else English
 */
export function chooseLanguage(locales: readonly string[]): Language {
  const wanted = locales.map(baseOf);
  const found = wanted.find((base) => (LANGUAGES as readonly string[]).includes(base));
  return (found as Language | undefined) ?? 'en';
}
