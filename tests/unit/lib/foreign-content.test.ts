import fc from 'fast-check';

import { findForeignContent, isWholePdf } from '../../../src/lib/foreign-content';

const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array));
/** Bytes that no marker can stand in. */
const silent = bytes.map((all) => all.map((byte) => byte | 0x80) as Buffer);

const MARKUP = ['<script>', '<SVG onload=', '<!DOCTYPE html>', '<?php ', '<iframe/', '<Html\n'];

describe('foreign content', () => {
  it('is found wherever it stands, in a picture and in a document', () => {
    fc.assert(
      fc.property(
        silent,
        fc.constantFrom(...MARKUP),
        silent,
        fc.boolean(),
        (a, code, b, isDocument) => {
          const file = Buffer.concat([a, Buffer.from(code), b]);
          expect(findForeignContent(file, isDocument)).toBe('the code of a web page');
        },
      ),
    );
  });

  it('is an archive at the end, whatever stands before', () => {
    const end = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
    fc.assert(
      fc.property(bytes, (before) => {
        expect(findForeignContent(Buffer.concat([before, end]), false)).toBe('an archive');
      }),
    );
  });

  it('is not found where there is none', () => {
    fc.assert(
      fc.property(silent, fc.boolean(), (file, isDocument) => {
        expect(findForeignContent(Buffer.from(file), isDocument)).toBeUndefined();
      }),
    );
  });

  it.each(['/S/JavaScript', '/S /Launch ', '/Subtype/RichMedia>'])(
    'is what a document does by itself: %s',
    (action) => {
      expect(findForeignContent(Buffer.from(`%PDF-1.7 ${action}`), true)).toMatch(/actions/);
      expect(findForeignContent(Buffer.from('/JavaScriptless'), true)).toBeUndefined();
    },
  );
});

describe('a whole document', () => {
  it.each([
    ['%PDF-1.4 … %%EOF', true],
    ['%PDF-1.4 … %%EOF\r\n\0', true],
    [' %PDF-1.4 … %%EOF', false],
    ['%PDF-1.4 … %%EOF alert(1)', false],
    ['%PDF-1.4 …', false],
    ['%%EOF', false],
    ['', false],
  ])('begins and ends as one: %j', (text, isWhole) => {
    expect(isWholePdf(Buffer.from(text))).toBe(isWhole);
  });
});
