import fc from 'fast-check';

import { canonicalJson, fingerprint } from '../../../src/lib/canonical-json';

type Json = fc.JsonValue;

/** The same value with the keys of every object written in the opposite order. */
function reverseKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, reverseKeys(item as Json)]));
}

/** Two values; every other time, the same one written in another order. */
const pair = fc.oneof(
  fc.tuple(fc.jsonValue({ maxDepth: 1 }), fc.jsonValue({ maxDepth: 1 })),
  fc.jsonValue().map((value): [Json, Json] => [value, reverseKeys(value)]),
);

describe('canonical JSON', () => {
  it('is the same whatever order the keys were written in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reverseKeys(value))).toBe(canonicalJson(value));
        expect(fingerprint(reverseKeys(value))).toBe(fingerprint(value));
      }),
    );
  });

  it('still says all of the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('differs for values that differ', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const same = canonicalJson(a) === canonicalJson(b);
        expect(same).toBe(isEqual(a, b));
        expect(fingerprint(a) === fingerprint(b)).toBe(same);
      }),
    );
  });

  it('keeps the order of lists', () => {
    expect(canonicalJson([2, 1])).toBe('[2,1]');
  });

  it('writes a date as its moment, and keys deep inside in order', () => {
    const value = { b: [{ d: 1, c: new Date(0) }], a: undefined };
    expect(canonicalJson(value)).toBe('{"b":[{"c":"1970-01-01T00:00:00.000Z","d":1}]}');
  });

  it('of nothing is null', () => {
    expect(canonicalJson(undefined)).toBe('null');
  });

  it('keeps a key named __proto__', () => {
    const value: unknown = JSON.parse('{"__proto__":{"a":1},"b":2}');
    expect(canonicalJson(value)).toBe('{"__proto__":{"a":1},"b":2}');
  });
});

describe('a fingerprint', () => {
  it('is a SHA-256 in hexadecimal', () => {
    expect(fingerprint({})).toBe(
      '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
  });
});

/** Whether two values are the same JSON, judged without the code under test. */
function isEqual(a: Json, b: Json): boolean {
  try {
    expect(JSON.parse(JSON.stringify(a))).toStrictEqual(JSON.parse(JSON.stringify(b)));
    return true;
  } catch {
    return false;
  }
}
