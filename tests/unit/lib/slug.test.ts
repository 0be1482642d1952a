import toSlug from '@sindresorhus/slugify';
import fc from 'fast-check';

import { MAX_SLUG_LENGTH, nextFreeSlug, slugify } from '../../../src/lib/slug';

const text = fc.string({ unit: 'binary', maxLength: 300 });
const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);

describe('a slug', () => {
  it.each([
    ['First aid at work', 'first-aid-at-work'],
    ['Élève & maître: façade', 'eleve-and-maitre-facade'],
    ['Größe, Übung', 'groesse-uebung'],
    ['¿Qué tal, señor?', 'que-tal-senor'],
    ['  spaces   and --- hyphens  ', 'spaces-and-hyphens'],
    ['C++ / C#', 'c-c'],
    ['Введение', 'vvedenie'],
  ])('of "%s" is "%s"', (title, expected) => {
    expect(slugify(title, 'training')).toBe(expected);
  });

  it.each(['', '   ', '---', '🎓🎓', '你好', '\u0000'])(
    'is the fallback where nothing of %j can be transliterated',
    (title) => {
      expect(slugify(title, 'training')).toBe('training');
    },
  );

  it('of plain ASCII is what the library makes of it', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary-ascii', maxLength: 1 }),
      fc.constantFrom('a', 'b', 'A', 'B', '1', '2', ' ', '-', '_', '&'),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (title) => {
        expect(slugify(title, '')).toBe(toSlug(title));
      }),
      { numRuns: 2000 },
    );
  });

  it('has nothing but lower-case letters, digits and single hyphens inside, whatever the title', () => {
    fc.assert(
      fc.property(text, (title) => {
        expect(slugify(title, 'training')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never longer than an address may be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 80, maxLength: 400 }), (title) => {
        expect(slugify(title, 'training').length).toBeLessThanOrEqual(MAX_SLUG_LENGTH);
      }),
    );
  });

  it('of a slug is that slug', () => {
    fc.assert(
      fc.property(text, (title) => {
        const once = slugify(title, 'training');
        expect(slugify(once, 'training')).toBe(once);
      }),
    );
  });

  it('of a long title ends with a whole word', () => {
    const title = 'managing '.repeat(20);
    const words = slugify(title, 'training').split('-');
    expect(new Set(words)).toEqual(new Set(['managing']));
    expect(words).toHaveLength(11);
  });

  it('of one long word is cut', () => {
    expect(slugify('a'.repeat(300), 'training')).toBe('a'.repeat(MAX_SLUG_LENGTH));
  });

  it('of exactly the greatest length is kept whole', () => {
    const title = `${'a'.repeat(MAX_SLUG_LENGTH - 3)}-bc`;
    expect(slugify(title, 'training')).toBe(title);
  });
});

describe('the next free slug', () => {
  it('is the wanted one where nobody has it', () => {
    expect(nextFreeSlug('first-aid', ['first-aid-2', 'other'])).toBe('first-aid');
  });

  it('is the lowest number from 2 that nobody has', () => {
    expect(nextFreeSlug('first-aid', ['first-aid', 'first-aid-2', 'first-aid-4'])).toBe(
      'first-aid-3',
    );
  });

  it('is never a taken one, and starts with the wanted one', () => {
    const bases = fc.constantFrom('a', 'a-2', 'b');
    const taken = fc.array(
      fc.tuple(bases, fc.integer({ min: 1, max: 6 })).map(([base, n]) => `${base}-${n}`),
    );
    fc.assert(
      fc.property(fc.oneof(bases, slug), taken, fc.array(slug), (base, numbered, others) => {
        const all = [base, ...numbered, ...others];
        const free = nextFreeSlug(base, all);
        expect(all).not.toContain(free);
        expect(free.startsWith(`${base}-`)).toBe(true);
      }),
    );
  });
});
