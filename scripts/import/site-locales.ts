import type { Core } from '@strapi/strapi';
import { localeFinder, type FindLocale } from './locale-names';
import { UsageError } from './refusal';

/** The languages of the site. */
export interface SiteLocales {
  /** Codes of all enabled locales. */
  enabled: string[];
  /** Where documents go that name no language. */
  chosen: string;
  find: FindLocale;
}

/** The part of the i18n plugin's locale service that is called here; the plugin has no types. */
interface LocaleService {
  find(): Promise<{ code: string }[]>;
  getDefaultLocale(): Promise<string>;
}

/**
 * Reads the site's languages.
 * @param wanted the value of --locale
 * @throws UsageError for a locale that is not enabled
 */
export async function readLocales(
  strapi: Core.Strapi,
  wanted: string | undefined,
): Promise<SiteLocales> {
  const service = strapi.plugin('i18n').service<LocaleService>('locales');
  const enabled = (await service.find()).map(({ code }) => code);
  const find = localeFinder(enabled);
  if (wanted === undefined) return { enabled, find, chosen: await service.getDefaultLocale() };
  const chosen = find(wanted);
  if (chosen !== undefined) return { enabled, find, chosen };
  throw new UsageError(
    `The locale "${wanted}" is not enabled. Enabled: ${enabled.join(', ')}. ` +
      'Add it in the admin panel: Settings, Internationalization.',
  );
}
