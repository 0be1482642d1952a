import fc from 'fast-check';
import { categoryChanges } from '../../../src/api/cookie-policy/category-changes';
import { lineDifference } from '../../../src/api/cookie-policy/line-difference';
import { consentFingerprints } from '../../../src/api/cookie-policy/policy-content';

const text = fc.constantFrom('one', 'two', null);
const cookie = fc.record({
  name: fc.constantFrom('_a', '_b'),
  provider: text,
  purpose: text,
  duration: text,
});
const category = fc.record({
  key: fc.constantFrom('necessary', 'analytics', 'marketing'),
  name: fc.constantFrom('One', 'Two'),
  description: text,
  required: fc.boolean(),
  cookies: fc.array(cookie, { maxLength: 3 }),
});
const categories = fc.uniqueArray(category, { maxLength: 3, selector: ({ key }) => key });

const isEmpty = (changes: { added: unknown[]; removed: unknown[]; changed: unknown[] }) =>
  changes.added.length + changes.removed.length + changes.changed.length === 0;

it('a change is told exactly where visitors are asked again', () => {
  fc.assert(
    fc.property(categories, categories, (from, to) => {
      const told = categoryChanges(from, to);
      const { categoriesSha256: before } = consentFingerprints(from);
      const { categoriesSha256: after } = consentFingerprints(to);
      expect(isEmpty(told.categories) && isEmpty(told.cookies)).toBe(before === after);
    }),
    { numRuns: 1000 },
  );
});

it('no cookie is lost or told twice', () => {
  const countOf = (list: { cookies: unknown[] }[]) => list.flatMap(({ cookies }) => cookies).length;
  fc.assert(
    fc.property(categories, categories, (from, to) => {
      const { added, removed } = categoryChanges(from, to).cookies;
      expect(countOf(to) - countOf(from)).toBe(added.length - removed.length);
    }),
  );
});

it('the cookies of all languages have one fingerprint', () => {
  fc.assert(
    fc.property(categories, (list) => {
      const translated = list.map((item) => ({
        ...item,
        name: `${item.name} (fr)`,
        description: null,
        cookies: item.cookies.map((one) => ({ ...one, purpose: 'fr' })).reverse(),
      }));
      expect(consentFingerprints(translated.reverse()).cookiesSha256).toBe(
        consentFingerprints(list).cookiesSha256,
      );
    }),
  );
});

describe('the difference of two texts', () => {
  const lines = fc.array(fc.constantFrom('', 'a', 'b', '-c', '+d', '\\ e', '--- f'));

  const linesOf = (text: string) => text.replace(/\n$/, '').split('\n');

  it('leads from one to the other', () => {
    fc.assert(
      fc.property(lines, lines, (from, to) => {
        const [before, after] = [from.join('\n'), to.join('\n')];
        const rebuilt = linesOf(before);
        for (const { toLine, lines: changed } of lineDifference(before, after) ?? []) {
          const added = changed.filter(({ kind }) => kind !== 'removed').map((line) => line.text);
          const removed = changed.filter(({ kind }) => kind !== 'added');
          expect(rebuilt.splice(toLine - 1, removed.length, ...added)).toEqual(
            removed.map((line) => line.text),
          );
        }
        expect(rebuilt).toEqual(linesOf(after));
      }),
      { numRuns: 1000 },
    );
  });

  it('is given up where it would take too long', () => {
    const random = (seed: number) =>
      Array.from({ length: 30_000 }, (_, index) => String((index * seed) % 9973)).join('\n');
    const start = performance.now();
    expect(lineDifference(random(7919), random(104_729))).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
