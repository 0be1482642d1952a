import fc from 'fast-check';

import { countWords, readingMinutes } from '../../../src/lib/reading-time';

const word = fc.stringMatching(/^[a-z]{1,12}$/);
const words = fc.array(word, { maxLength: 600 });

describe('the words of a text', () => {
  it.each([
    ['', 0],
    ['One two three.', 3],
    ["It's a well-known rule.", 4],
    ['Élan naïveté 日本語', 3],
    ['**Bold** and _italic_ and `code`', 5],
    ['# Heading\n\n- item one\n- item two', 5],
    ['[a link](https://example.org/some/long/path)', 2],
    ['![a picture](/uploads/picture.png)', 2],
    ['See https://example.org/path now', 2],
    ['<div class="note" data-x="y">text</div>', 1],
    ['Before\n\n```js\nconst a = 1;\n```\n\nafter', 2],
    ['Before\n\n~~~\nnot read\n~~~\n\nafter', 2],
    ['Before\n\n````md\n```\nnot read\n```\n````\n\nafter', 2],
    ['2 + 2 = 4', 3],
  ])('%j are %i', (markdown, expected) => {
    expect(countWords(markdown)).toBe(expected);
  });

  it('are counted one by one', () => {
    fc.assert(
      fc.property(words, (list) => {
        expect(countWords(list.join(' '))).toBe(list.length);
      }),
    );
  });

  it('are as many with a block of code as without', () => {
    fc.assert(
      fc.property(words, words, fc.constantFrom('```', '~~~', '````'), (text, code, fence) => {
        const prose = text.join(' ');
        const withCode = `${prose}\n\n${fence}sql\n${code.join('\n')}\n${fence}\n\n${prose}`;
        expect(countWords(withCode)).toBe(text.length * 2);
      }),
    );
  });

  it('are a whole number, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (markdown) => {
        expect(countWords(markdown)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  // Where the work grows with the square of the length, each of these takes hours.
  it.each(['<', '](', '`', '~', '```\n~~~~\n', 'http://', "a'"])(
    'are counted in a megabyte of %j',
    (part) => {
      const markdown = part.repeat(Math.floor(1_000_000 / part.length));
      expect(countWords(markdown)).toBeGreaterThanOrEqual(0);
    },
  );
});

describe('reading', () => {
  it.each([
    [0, 1],
    [1, 1],
    [238, 1],
    [239, 2],
    [2380, 10],
  ])('%i words takes %i minutes', (count, minutes) => {
    expect(readingMinutes('word '.repeat(count))).toBe(minutes);
  });

  it('more takes no less', () => {
    fc.assert(
      fc.property(words, words, (text, more) => {
        const prose = text.join(' ');
        const longer = `${prose} ${more.join(' ')}`;
        expect(readingMinutes(longer)).toBeGreaterThanOrEqual(readingMinutes(prose));
      }),
    );
  });
});
