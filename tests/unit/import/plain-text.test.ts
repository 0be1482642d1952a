import fc from 'fast-check';
import { cutAtWord, firstParagraph, plainText } from '../../../scripts/import/plain-text';

it('reads the first paragraph without its markup', () => {
  const text =
    '# Heading\n\n![picture](a.png)\n\nSome *emphasis*, `code`\nand a [link](b).\n\nMore.';
  expect(firstParagraph(text)).toBe('Some emphasis, code and a link.');
});

it('takes HTML where the text has nothing else', () => {
  expect(firstParagraph('<p>Fish &amp; <b>chips</b></p>')).toBe('Fish & chips');
  expect(firstParagraph('<p>A note</p>\n\nThe text.')).toBe('The text.');
});

it('finds no paragraph in a text without any', () => {
  expect(firstParagraph('# Heading\n\n- a\n- b\n')).toBeUndefined();
});

it('reads a line of Markdown as plain text', () => {
  expect(plainText('Hello **you**,\n  see [this](a)')).toBe('Hello you, see this');
});

it('cuts at a word', () => {
  expect(cutAtWord('one two three', 13)).toBe('one two three');
  expect(cutAtWord('one two three', 12)).toBe('one two…');
  expect(cutAtWord('one two, three', 10)).toBe('one two…');
});

it('cuts a text without spaces between characters', () => {
  expect(cutAtWord('𝒳'.repeat(10), 10)).toBe(`${'𝒳'.repeat(4)}…`);
});

it('never exceeds the limit, and keeps the beginning', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, limit) => {
      const cut = cutAtWord(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true);
    }),
  );
});
