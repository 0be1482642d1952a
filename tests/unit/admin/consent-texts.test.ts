import { createIntl } from 'react-intl';
import { consentTexts } from '../../../src/admin/consents/texts';

const VALUES = { days: 30, count: 2, share: '50 %', accepted: 1, asked: 2 };

it.each(Object.entries(consentTexts))('the widget speaks %s', (locale, texts) => {
  const errors: string[] = [];
  const intl = createIntl({ locale, messages: texts, onError: (error) => errors.push(error.code) });
  expect(Object.keys(texts)).toEqual(Object.keys(consentTexts.en));
  for (const id of Object.keys(texts))
    expect(intl.formatMessage({ id }, VALUES)).not.toMatch(/[{}]|consents\./);
  expect(errors).toEqual([]);
});
