import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { MAIL_LOCALES, mailLocale } from '../../../src/mail/mail-locale';

const TEMPLATES = path.resolve(__dirname, '../../../src/mail/templates');

function read(file: string): string {
  return readFileSync(path.join(TEMPLATES, file), 'utf8');
}

function readTexts(template: string, locale: string): Record<string, string> {
  return JSON.parse(read(`${template}/${locale}.json`)) as Record<string, string>;
}

/** Each text with the placeholders in it. */
function placeholders(texts: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      text.match(/\{\{.*?\}\}/g)?.toSorted() ?? [],
    ]),
  );
}

const templates = readdirSync(TEMPLATES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(templates)('the texts of %s', (template) => {
  it('are there in every language, and no other', () => {
    const files = readdirSync(path.join(TEMPLATES, template));
    expect(files.toSorted()).toEqual(MAIL_LOCALES.map((locale) => `${locale}.json`).toSorted());
  });

  it.each(MAIL_LOCALES)('have the same names and placeholders in every language: %s', (locale) => {
    expect(placeholders(readTexts(template, locale))).toEqual(
      placeholders(readTexts(template, 'en')),
    );
  });
});

it('no layout or text has a way around escaping', () => {
  const files = readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' });
  const written = files.filter((file) => /\.(hbs|json)$/.test(file));
  expect(written.length).toBeGreaterThan(2);
  expect(written.filter((file) => /\{\{\{|\{\{&|\{\{>|\{\{~?#>/.test(read(file)))).toEqual([]);
});

describe('the language of a mail', () => {
  it.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['DE-at', 'de'],
    ['es-419', 'es'],
    ['en-GB', 'en'],
    ['ja', 'en'],
    ['fre', 'en'],
    ['', 'en'],
    [null, 'en'],
    [undefined, 'en'],
  ])('%s is read in %s', (tag, locale) => {
    expect(mailLocale(tag)).toBe(locale);
  });
});
