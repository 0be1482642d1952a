import type { FindLocale } from './locale-names';
import type { SourceRecord } from './record';
import { Refusal } from './refusal';

/** What mapping needs to know besides the source. */
export interface MappingContext {
  /** Where sources go that name no language. */
  locale: string;
  findLocale: FindLocale;
  /** Codes of all enabled locales, for messages. */
  enabledLocales: readonly string[];
  /** Makes relative addresses absolute; undefined: they stay. */
  baseUrl: string | undefined;
  /** When the run began: what is dated later is not published yet. */
  now: Date;
}

/**
 * The locale that a source belongs to: what it says itself, then its file's name, then --locale.
 * `locale` is our own word and must be right; `lang` and `language` are other programs' words, so
 * that an unknown one only leads to a warning.
 * @throws Refusal for a `locale` that is not enabled
 */
export function sourceLocale(
  { fields, locale: localeOfName }: SourceRecord,
  context: MappingContext,
  warn: (warning: string) => void,
): string {
  const stated = fields.text('locale');
  const language = fields.text('lang', 'language');
  if (stated !== undefined) {
    const locale = context.findLocale(stated);
    if (locale !== undefined) return locale;
    const enabled = context.enabledLocales.join(', ');
    throw new Refusal(
      `"locale" is ${stated}, which is not enabled (enabled: ${enabled})`,
      fields.find('locale')?.line,
    );
  }
  if (language === undefined) return localeOfName ?? context.locale;
  const locale = context.findLocale(language);
  if (locale !== undefined) return locale;
  warn(`the language "${language}" is not enabled; imported as ${context.locale}`);
  return context.locale;
}
