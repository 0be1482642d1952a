import { PLUGIN_ID } from '../plugin-id';

type Texts = Record<string, string>;

/** Each language in a file of its own, which the browser loads only where it is chosen. */
const LANGUAGES: Record<string, (() => Promise<{ texts: Texts }>) | undefined> = {
  en: () => import('./en'),
  fr: () => import('./fr'),
  de: () => import('./de'),
  es: () => import('./es'),
};

/**
 * The page's texts in one language, under the names that Strapi gives to texts of plugins. A
 * language that has none gets Strapi's fallback, English.
 */
export async function loadTexts(locale: string): Promise<{ locale: string; data: Texts }> {
  const { texts } = (await LANGUAGES[locale]?.()) ?? { texts: {} };
  const named = Object.entries(texts).map(([id, text]) => [`${PLUGIN_ID}.${id}`, text]);
  return { locale, data: Object.fromEntries(named) as Texts };
}
