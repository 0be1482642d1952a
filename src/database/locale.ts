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
