import type { Core } from '@strapi/strapi';

/** The languages of the site besides the default, English: ISO 639-1 code and name in the panel. */
const LOCALES = [
  { code: 'fr', name: 'French (fr)' },
  { code: 'es', name: 'Spanish (es)' },
  { code: 'de', name: 'German (de)' },
];

/** The part of the i18n plugin's locale service that is called here; the plugin has no types. */
interface LocaleService {
  findByCode(code: string): Promise<unknown>;
  create(locale: { code: string; name: string }): Promise<unknown>;
}

/**
 * Enables the site's languages once, on a new installation. A language that an administrator
 * removes later stays removed.
 */
export async function enableLocales(strapi: Core.Strapi): Promise<void> {
  const done = { type: 'core', name: 'prospectus', key: 'locales-enabled' };
  if (await strapi.store.get(done)) return;
  const locales = strapi.plugin('i18n').service<LocaleService>('locales');
  for (const locale of LOCALES) {
    if (!(await locales.findByCode(locale.code))) await locales.create(locale);
  }
  await strapi.store.set({ ...done, value: true });
}
