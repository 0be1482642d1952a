import { paramsOf, type DocumentContext } from './document-context';

/** The part of the i18n plugin's locale service that Prospectus calls; the plugin has no types. */
interface LocaleService {
  getDefaultLocale(): Promise<string>;
}

/** The locale of a request that names none. */
export async function defaultLocale(): Promise<string> {
  return strapi.plugin('i18n').service<LocaleService>('locales').getDefaultLocale();
}

/** Whether a content type or component keeps one row per locale. */
export function isLocalized(model: { pluginOptions?: object | undefined }): boolean {
  const options = model.pluginOptions as { i18n?: { localized?: boolean } } | undefined;
  return options?.i18n?.localized === true;
}

/** The locale that a write goes to; null for types that are not localized. */
export async function writtenLocale(context: DocumentContext): Promise<string | null> {
  if (!isLocalized(context.contentType)) return null;
  const { locale } = paramsOf(context);
  return typeof locale === 'string' && locale !== '' ? locale : defaultLocale();
}
