import fc from 'fast-check';

import { spreadsheetText } from '../../../src/lib/spreadsheet-text';

describe('text for a spreadsheet', () => {
  it.each(['Ann', 'ann@example.org', 'a = b', '2026-01-31T12:00:00.000Z', "it's", '', '"quoted"'])(
    'is left as it is where it is none that could be a formula: %j',
    (text) => {
      expect(spreadsheetText(text)).toBe(text);
    },
  );

  it.each([
    ...['=1+1', '+33 1 00', '-2', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '﹣1'],
    ...[' =1', '"=1', '\u200b\u00a0=1', '\0=1', '`=1', '\'"=1'],
  ])('is put after an apostrophe where it could be: %j', (text) => {
    expect(spreadsheetText(text)).toBe(`'${text}`);
  });

  it('never begins a formula, whatever it is and whatever a program takes off before', () => {
    const part = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      ' ',
      '"',
      '\t',
      '\r',
      '\n',
      'a',
      '\u200b',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const safe = spreadsheetText(text);
        expect([text, `'${text}`]).toContain(safe);
        if (safe === text) expect(safe.replace(/^[^=+\-@a]+/, '')).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});
