import { readFileSync } from 'node:fs';

import { SPAM_REASONS } from '../../../../src/lib/spam-reasons';
import { settingsWith } from './judging';

/** The rows of the table of reasons in docs/spam.md: reason and points. */
const documented = [
  ...readFileSync('docs/spam.md', 'utf8').matchAll(
    /^\| `([a-z-]+)` +\| (\d+)(?:, or (\d+))? +\|/gm,
  ),
].map(([, reason, points, pointsIfRequired]) => ({ reason, points, pointsIfRequired }));

describe('docs/spam.md', () => {
  it('lists every reason', () => {
    expect(documented.map(({ reason }) => reason).sort()).toEqual(Object.keys(SPAM_REASONS).sort());
  });

  it('tells the points of each as they are shipped', () => {
    const points = settingsWith().spam.points as Record<string, number>;
    const required = settingsWith({ ENQUIRY_PROOF_OF_WORK: 'required' }).spam.points;
    for (const { reason = '', points: told, pointsIfRequired } of documented) {
      expect({ reason, points: Number(told) }).toEqual({ reason, points: points[reason] });
      if (pointsIfRequired) expect(Number(pointsIfRequired)).toBe(required['no-proof-of-work']);
    }
  });
});

describe('the defaults of the limits', () => {
  it.each([
    [{}, { perAddress: 20, perEmail: 20, total: 1000, requests: 200 }],
    [{ RATE_LIMIT_ENQUIRIES: '3' }, { perAddress: 3, perEmail: 10, total: 1000, requests: 200 }],
    // A load test that sends everything from one place sets one variable.
    [
      { RATE_LIMIT_ENQUIRIES: '100000' },
      { perAddress: 1e5, perEmail: 1e5, total: 1e5, requests: 1e6 },
    ],
    [
      { RATE_LIMIT_ENQUIRIES_PER_EMAIL: '5', RATE_LIMIT_ENQUIRIES_TOTAL: '50' },
      { perAddress: 20, perEmail: 5, total: 50, requests: 200 },
    ],
  ])('follow from what one address may send: %j', (variables, limits) => {
    expect(settingsWith(variables).limits).toMatchObject(limits);
  });
});
