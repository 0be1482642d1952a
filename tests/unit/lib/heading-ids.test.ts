import fc from 'fast-check';

import { uniqueIds } from '../../../src/lib/heading-ids';

describe('the ids of a text', () => {
  it('are the wanted ones, numbered from 2 where they repeat', () => {
    const takeId = uniqueIds();
    const wanted = ['costs', 'dates', 'costs', 'costs', 'dates'];
    expect(wanted.map(takeId)).toEqual(['costs', 'dates', 'costs-2', 'costs-3', 'dates-2']);
  });

  it('never repeat, also where a text has numbers of its own', () => {
    const wanted = fc.constantFrom('a', 'a-1', 'a-2', 'a-2-2', 'a-3', 'constructor', '__proto__');
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 30 }), (list) => {
        const takeId = uniqueIds();
        const ids = list.map(takeId);
        expect(new Set(ids).size).toBe(list.length);
        ids.forEach((id, index) => expect(id.startsWith(list[index] ?? '')).toBe(true));
      }),
    );
  });

  it('of one text do not count in another', () => {
    expect(uniqueIds()('costs')).toBe('costs');
    expect(uniqueIds()('costs')).toBe('costs');
  });

  // Where the work grows with the square of their number, this takes minutes.
  it('are handed out to hundreds of thousands of equal headings', () => {
    const takeId = uniqueIds();
    const ids = Array.from({ length: 250_000 }, () => takeId('costs'));
    expect(ids.at(-1)).toBe('costs-250000');
  });
});
