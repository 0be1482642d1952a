import { createIntl } from 'react-intl';

import { texts as german } from '../../../src/plugins/webhooks/admin/src/translations/de';
import {
  texts as english,
  type TextId,
} from '../../../src/plugins/webhooks/admin/src/translations/en';
import { texts as spanish } from '../../../src/plugins/webhooks/admin/src/translations/es';
import { texts as french } from '../../../src/plugins/webhooks/admin/src/translations/fr';

const languages = { en: english, fr: french, de: german, es: spanish };
const ids = Object.keys(english) as TextId[];

/** What a text says about values: `{name}`, `{count, plural, …}`. */
function valuesOf(text: string): string[] {
  const names = [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? '');
  return [...new Set(names)].toSorted();
}

describe.each(Object.entries(languages))('the texts in the language %s', (locale, texts) => {
  it('name the values that the English ones name', () => {
    const named = (of: typeof english) => ids.map((id) => [id, valuesOf(of[id])]);
    expect(named(texts)).toEqual(named(english));
  });

  it.each([0, 1, 2])('are well-formed, with %d of something', (count) => {
    const errors: string[] = [];
    const intl = createIntl({
      locale,
      messages: texts,
      onError: ({ message }) => errors.push(message),
    });
    for (const id of ids) {
      const names = valuesOf(english[id]);
      const values = Object.fromEntries(names.map((name) => [name, count]));
      expect(intl.formatMessage({ id }, values)).not.toMatch(/[{}]/);
    }
    expect(errors).toEqual([]);
  });
});
