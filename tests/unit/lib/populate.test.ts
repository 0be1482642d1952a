import fc from 'fast-check';

import { populateDepth, toPopulateTree } from '../../../src/lib/populate';

const name = fc.constantFrom('authors', 'category', 'tags', 'relatedTrainings', 'seo', 'cover');
const path = fc.array(name, { minLength: 1, maxLength: 6 });

/** Every way in which a client can write that it wants this path populated. */
const NOTATIONS: Record<string, (names: string[]) => unknown> = {
  'a comma list': (names) => names.join('.'),
  'a comma list with others': (names) => `cover, ${names.join('.')}`,
  'an array': (names) => [names.join('.')],
  'an array with others': (names) => ['cover', names.join('.')],
  'a list with numbers in brackets': (names) => ({ 0: 'cover', 1: names.join('.') }),
  'an object of the word true': (names) => nest(names, 'true'),
  'an object of true': (names) => nest(names, true),
  'an object of asterisks': (names) => nest(names.slice(0, -1), '*'),
  'an object of lists': (names) => nest(names.slice(0, -1), [names.at(-1)]),
  'an object of comma lists': (names) => nest(names.slice(0, -1), names.at(-1)),
  'an object for each type': (names) => nestByType(names),
};

/** `{ a: { populate: { b: leaf } } }` for the names a and b. */
function nest(names: string[], leaf: unknown): unknown {
  const [first, ...rest] = names;
  if (first === undefined) return leaf;
  if (rest.length === 0 && (leaf === true || leaf === 'true')) return { [first]: leaf };
  return { [first]: { populate: nest(rest, leaf) } };
}

function nestByType([first, ...rest]: string[]): unknown {
  if (first === undefined) return undefined;
  if (rest.length === 0) return { [first]: true };
  return { [first]: { on: { 'some.type': { populate: nestByType(rest) } } } };
}

describe('the depth of a populate parameter', () => {
  it.each(Object.entries(NOTATIONS))('is the length of the path in %s', (_name, write) => {
    fc.assert(
      fc.property(path, (names) => {
        expect(populateDepth(write(names))).toBe(names.length);
      }),
    );
  });

  it('is that of the deepest path', () => {
    fc.assert(
      fc.property(fc.array(path, { minLength: 1 }), (paths) => {
        const deepest = Math.max(...paths.map((names) => names.length));
        const list = paths.map((names) => names.join('.'));
        expect(populateDepth(list)).toBe(deepest);
        expect(populateDepth(list.join(','))).toBe(deepest);
      }),
    );
  });

  it.each([
    [undefined, 0],
    [null, 0],
    ['', 0],
    [[], 0],
    [{}, 0],
    ['*', 1],
    ['true', 1],
    [true, 1],
    ['a', 1],
    ['a,b', 1],
    [{ a: { fields: ['title'] } }, 1],
    [{ a: { populate: '*' } }, 2],
    [{ a: { populate: { b: { populate: '*' } } } }, 3],
    [{ a: { populate: 'b.c' } }, 3],
    [{ a: { populate: ['b', 'c.d'] } }, 3],
    [['a.b', 'a.b.c.d'], 4],
    [{ a: 'false' }, 0],
    [{ a: { on: null } }, 1],
  ])('of %j is %i', (populate, depth) => {
    expect(populateDepth(populate)).toBe(depth);
  });

  it('is a number, whatever a client sends', () => {
    const populate = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        fc.jsonValue(),
        fc.string(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', '0', '1', 'populate', 'on', 'filters'), tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(populate, (value) => {
        expect(populateDepth(value)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is told of the longest path that fits a request', () => {
    const names = Array.from({ length: 8_000 }, () => 'a');
    expect(populateDepth(names.join('.'))).toBeGreaterThan(3);
    expect(populateDepth({ a: { populate: names.join('.') } })).toBeGreaterThan(3);
  });
});

describe('the full form of a populate parameter', () => {
  it.each([undefined, null, '*', 'true', true, '1'])('of %j names no relation', (populate) => {
    expect(toPopulateTree(populate)).toBeUndefined();
  });

  it('is the same for every notation', () => {
    const full = { tags: true, category: { populate: { trainings: true } } };
    expect(toPopulateTree('tags,category.trainings')).toEqual(full);
    expect(toPopulateTree(' tags , category.trainings ')).toEqual(full);
    expect(toPopulateTree(['tags', 'category.trainings'])).toEqual(full);
    expect(toPopulateTree({ 0: 'tags', 1: 'category.trainings' })).toEqual(full);
    expect(toPopulateTree(full)).toEqual(full);
  });

  it('keeps what a client asks of a relation', () => {
    const populate = { tags: { fields: ['name'], filters: { name: 'a' }, sort: 'name' } };
    expect(toPopulateTree(populate)).toEqual(populate);
  });

  it('joins paths that start alike', () => {
    expect(toPopulateTree('a,a.b,a.c.d,a')).toEqual({
      a: { populate: { b: true, c: { populate: { d: true } } } },
    });
  });

  it('leaves out what is switched off', () => {
    expect(toPopulateTree({ cover: 'false', tags: 'true' })).toEqual({ tags: true });
  });

  it('takes an object that cannot be made a string of', () => {
    expect(toPopulateTree({ toString: 0 })).toEqual({});
    expect(toPopulateTree({ tags: { toString: 'x' } })).toEqual({ tags: { toString: 'x' } });
    expect(toPopulateTree([{ toString: 0 }])).toEqual({});
    expect(populateDepth({ toString: 0, tags: [{ valueOf: 'x', toString: 'x' }] })).toBe(1);
  });

  it('does not change what it was given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (populate) => {
        const before = JSON.stringify(populate);
        toPopulateTree(populate);
        expect(JSON.stringify(populate)).toBe(before);
      }),
    );
  });
});
