import { setImmediate } from 'node:timers/promises';

import { SingleFlight } from '../../../src/lib/single-flight';

describe('a single flight', () => {
  it('gives everybody who asks meanwhile the outcome of one piece of work', async () => {
    const flights = new SingleFlight<number>();
    let count = 0;
    const work = async () => {
      await setImmediate();
      return (count += 1);
    };
    expect(await Promise.all([1, 2, 3].map(() => flights.join('a', work)))).toEqual([1, 1, 1]);
    expect(await flights.join('a', work)).toBe(2);
  });

  it('tells apart what has another name', async () => {
    const flights = new SingleFlight<string>();
    const joined = ['a', 'b'].map((name) => flights.join(name, () => Promise.resolve(name)));
    expect(await Promise.all(joined)).toEqual(['a', 'b']);
  });

  it('fails for everybody, and can be tried again', async () => {
    const flights = new SingleFlight<string>();
    const fail = () => Promise.reject(new Error('no'));
    const outcomes = await Promise.allSettled([flights.join('a', fail), flights.join('a', fail)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await flights.join('a', () => Promise.resolve('yes'))).toBe('yes');
  });
});
