import { findFilterFault, type FilteredModel } from '../../../src/lib/filters';

interface Attribute {
  type: string;
  target?: Model;
}
type Model = FilteredModel<Attribute>;

const category: Model = { attributes: { name: { type: 'string' }, isOpen: { type: 'boolean' } } };
const training: Model = {
  attributes: {
    title: { type: 'string' },
    hours: { type: 'decimal' },
    seats: { type: 'biginteger' },
    starts: { type: 'datetime' },
    notes: { type: 'json' },
    category: { type: 'relation', target: category },
  },
};

const fault = (filters: unknown) => findFilterFault(filters, training, ({ target }) => target);

it.each<[string, unknown]>([
  ['nothing', {}],
  ['a value', { title: 'a', hours: '1.5', seats: '12', id: 1 }],
  ['null', { title: null, hours: null, category: null, id: { $eq: null } }],
  ['nothing said', { hours: undefined, $and: [{}] }],
  ['dates', { starts: { $gt: new Date(), $lt: '2030-01-01' } }],
  ['lists', { title: ['a', 'b'], hours: { $in: ['1', 2], $between: [1, 2] } }],
  ['groups', { $and: [{ $or: [{ title: 'a' }] }, { $not: { hours: { $not: { $gt: 1 } } } }] }],
  ['a relation', { category: 1 }],
  ["a relation's id", { category: { $in: [1, 2] } }],
  ["a relation's fields", { category: { name: { $contains: 'a' }, id: 1 } }],
  ['groups behind a relation', { category: { $or: [{ name: 'a' }, { isOpen: true }] } }],
  ['a search in a number', { hours: { $containsi: 'abc' } }],
  ['a search in JSON', { notes: { $jsonSupersetOf: '[]' } }],
  ['names that are no fields: Strapi reports them', { unknown: { $eq: { a: 1 } }, toString: 1 }],
])('%s makes sense', (_what, filters) => {
  expect(fault(filters)).toBeUndefined();
});

it.each<[string, unknown, (string | number)[]]>([
  ['a word for a number', { hours: 'abc' }, ['hours']],
  ['a truth for a number', { hours: { $gt: true } }, ['hours', '$gt']],
  ['a fraction of something whole', { seats: { $eq: '1.5' } }, ['seats', '$eq']],
  ['one word in a list', { hours: { $in: [1, 'a'] } }, ['hours', '$in']],
  ['a word behind $not', { hours: { $not: { $lt: 'a' } } }, ['hours', '$not', '$lt']],
  ['text sought in a date', { starts: { $startsWith: '2' } }, ['starts', '$startsWith']],
  ['JSON sought in a text', { title: { $jsonSupersetOf: '[]' } }, ['title', '$jsonSupersetOf']],
  ['a span with one end', { hours: { $between: [1] } }, ['hours', '$between']],
  ['lists in lists', { title: { $in: [['a']] } }, ['title', '$in']],
  ['an unknown operator', { title: { $is: 'a' } }, ['title', '$is']],
  ['a group behind a field', { title: { $or: ['a'] } }, ['title', '$or']],
  ['a group of values', { $or: ['a'] }, ['$or', 0]],
  ['a group that is no list', { $and: { title: 'a' } }, ['$and']],
  ['a list for conditions', [{ title: 'a' }], []],
  ['a comparison of nothing', { $eq: 1 }, ['$eq']],
  ['a list of relations', { category: [1] }, ['category']],
  ['$not behind a relation', { category: { $not: { name: 'a' } } }, ['category', '$not']],
  ['fields beside an operator', { category: { $eq: 1, name: 'a' } }, ['category']],
  ['deep nonsense', { $and: [{ category: { id: 'a' } }] }, ['$and', 0, 'category', 'id']],
])('%s makes none', (_what, filters, path) => {
  expect(fault(filters)).toMatchObject({ path, problem: expect.any(String) });
});

it('the first fault is told', () => {
  expect(fault({ hours: 'a', seats: 'b' })?.path).toEqual(['hours']);
});
