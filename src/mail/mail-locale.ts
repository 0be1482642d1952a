/** The languages that mails are written in; each has its texts in `templates`. */
export const MAIL_LOCALES = ['en', 'fr', 'es', 'de'] as const;

export type MailLocale = (typeof MAIL_LOCALES)[number];

/**
 * The language of a mail for somebody who reads a language: `fr-CA` gets French, an unknown one
 * English.
 * @param tag a BCP 47 language tag
 */
export function mailLocale(tag: string | null | undefined): MailLocale {
  const language = tag?.toLowerCase().split('-')[0];
  return MAIL_LOCALES.find((locale) => locale === language) ?? 'en';
}
