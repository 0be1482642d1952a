import Handlebars from 'handlebars';
import type { MailLocale } from './mail-locale';

const handlebars = Handlebars.create();

/** Fills in the placeholders of a sentence. @throws Error for one without a value */
export type Sentence = (values?: Record<string, string>) => string;

type Sentences<Texts> = { [Name in keyof Texts]: Sentence };

/**
 * Compiles the texts of a mail, once. What a sentence returns is plain text, not escaped for
 * anything: the layout that it is put into does that.
 * @param texts by language; each has the same names
 */
export function compileSentences<Texts extends Record<string, string>>(
  texts: Record<MailLocale, Texts>,
): Record<MailLocale, Sentences<Texts>> {
  const compile = (language: Texts) =>
    Object.fromEntries(
      Object.entries(language).map(([name, text]) => {
        const template = handlebars.compile(text, { strict: true, noEscape: true });
        return [name, (values: Record<string, string> = {}) => template(values)];
      }),
    ) as Sentences<Texts>;
  return {
    en: compile(texts.en),
    fr: compile(texts.fr),
    es: compile(texts.es),
    de: compile(texts.de),
  };
}
