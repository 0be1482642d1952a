import fc from 'fast-check';
import { checkChoices, checkMethod, methodOf } from '../../../src/api/consent/check-choices';

const key = fc.constantFrom('necessary', 'analytics', 'marketing', 'toString', '__proto__');
const offered = fc.uniqueArray(fc.record({ key, required: fc.boolean() }), {
  selector: (category) => category.key,
});

/** An object with these keys as its own, `__proto__` among them. */
const objectOf = (entries: [string, unknown][]) => Object.fromEntries(entries);

const anything = fc
  .array(fc.tuple(key, fc.oneof(fc.boolean(), fc.constantFrom('true', 1, null, undefined, {}))))
  .map(objectOf);

it('choices pass exactly when each category is decided, and nothing else', () => {
  fc.assert(
    fc.property(offered, anything, (categories, choices) => {
      const isRight =
        Object.keys(choices).length === categories.length &&
        categories.every(
          ({ key: name, required }) =>
            Object.hasOwn(choices, name) &&
            (choices[name] === true || (choices[name] === false && !required)),
        );
      expect(checkChoices(choices, categories).length === 0).toBe(isRight);
    }),
    { numRuns: 1000 },
  );
});

it('each fault names a category, and no category has two', () => {
  fc.assert(
    fc.property(offered, anything, (categories, choices) => {
      const paths = checkChoices(choices, categories).map(({ path }) => path.join('/'));
      expect(new Set(paths).size).toBe(paths.length);
      for (const path of paths) expect(path).toMatch(/^choices\/./);
    }),
  );
});

it('what is derived from right choices never contradicts them', () => {
  const decided = offered.chain((categories) =>
    fc.tuple(
      fc.constant(categories),
      fc
        .tuple(...categories.map(({ required }) => (required ? fc.constant(true) : fc.boolean())))
        .map((values) => objectOf(categories.map((one, index) => [one.key, values[index]]))),
    ),
  );
  fc.assert(
    fc.property(decided, ([categories, choices]) => {
      expect(checkChoices(choices, categories)).toEqual([]);
      const answer = choices as Record<string, boolean>;
      expect(checkMethod(methodOf(answer, categories), answer, categories)).toBeUndefined();
    }),
  );
});
