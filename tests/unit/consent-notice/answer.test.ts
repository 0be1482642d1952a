import fc from 'fast-check';

import {
  newAnswer,
  nextAnswer,
  parseAnswer,
  stands,
  type Answer,
} from '../../../website/consent-notice/answer';
import { accepts, choose, toPolicy, type Policy } from '../../../website/consent-notice/policy';

const NOW = new Date('2026-03-01T12:00:00.000Z');

function policy(changes: Partial<Policy> = {}): Policy {
  const category = (key: string, required = false) => ({
    ...{ key, required, name: key, description: '', cookies: [] },
  });
  return {
    locale: 'en',
    version: 3,
    slug: 'cookies',
    cookiesSha256: 'cookies',
    categoriesSha256: 'categories',
    categories: [category('necessary', true), category('statistics'), category('films')],
    ...changes,
  };
}

const answerTo = (given: Policy, accepted: string[]): Answer =>
  newAnswer(
    given,
    choose(given, (key) => accepted.includes(key)),
    '/page',
    NOW,
  );

const recorded = (accepted: string[]): Answer => {
  const { unsent: _, ...answer } = answerTo(policy(), accepted);
  return { ...answer, receipt: 'r1' };
};

describe('an answer', () => {
  it.each([
    [[], 'reject-all'],
    [['necessary'], 'reject-all'],
    [['films'], 'choices'],
    [['statistics', 'films'], 'accept-all'],
  ])('that accepts %j is given by %s', (accepted, method) => {
    expect(answerTo(policy(), accepted)).toMatchObject({ method, unsent: 'consent' });
  });

  it('accepts what is required, whatever is said', () => {
    expect(answerTo(policy(), []).choices).toEqual({
      necessary: true,
      statistics: false,
      films: false,
    });
  });

  it.each([
    ['2026-08-31T12:00:00.000Z', true],
    ['2026-09-01T11:59:59.999Z', true],
    ['2026-09-01T12:00:00.000Z', false],
  ])('stands for six months: at %s, %s', (now, isStanding) => {
    expect(stands(answerTo(policy(), []), policy(), new Date(now))).toBe(isStanding);
  });

  it('does not stand when nobody can read when it ends', () => {
    expect(stands({ ...recorded([]), expiresAt: 'soon' }, policy(), NOW)).toBe(false);
  });

  it.each<[Partial<Policy>, boolean]>([
    [{ version: 4, slug: 'other' }, true],
    [{ categoriesSha256: 'new' }, false],
    [{ locale: 'fr', categoriesSha256: 'new' }, true],
    [{ locale: 'fr', cookiesSha256: 'new' }, false],
    [{ cookiesSha256: 'new' }, false],
  ])('stands after %j: %s', (changes, isStanding) => {
    expect(stands(recorded(['films']), policy(changes), NOW)).toBe(isStanding);
  });
});

describe('the next answer', () => {
  const next = (before: Answer | undefined, accepted: string[]) =>
    nextAnswer(before, answerTo(policy(), accepted), policy());

  it('is the first where there was none', () => {
    expect(next(undefined, [])).toMatchObject({ unsent: 'consent', method: 'reject-all' });
  });

  it('is the same where nothing changes', () => {
    const before = recorded(['films']);
    expect(next(before, ['films'])).toBe(before);
  });

  it('is a new record where something is still accepted', () => {
    const after = next(recorded(['films', 'statistics']), ['films']);
    expect(after).toMatchObject({ unsent: 'consent', method: 'choices' });
    expect(after).not.toHaveProperty('receipt');
  });

  it('is a withdrawal where all is taken back', () => {
    expect(next(recorded(['films']), [])).toMatchObject({
      ...{ unsent: 'withdrawal', receipt: 'r1', isWithdrawn: true },
    });
  });

  it('is a refusal of its own where there is no receipt to withdraw', () => {
    const before = answerTo(policy(), ['films']);
    expect(next(before, [])).toMatchObject({ unsent: 'consent', method: 'reject-all' });
  });
});

describe('what was kept', () => {
  it('is read as it was written', () => {
    expect(parseAnswer(JSON.stringify(recorded(['films'])))).toEqual(recorded(['films']));
  });

  it('is nothing, or an answer that can be asked about, whatever it is', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({
          choices: fc.anything(),
          policyVersion: fc.anything(),
          expiresAt: fc.anything(),
          cookiesSha256: fc.anything(),
        })
        .map((fields) => JSON.stringify(fields)),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const answer = parseAnswer(text);
        if (!answer) return;
        expect(stands(answer, policy(), NOW)).toBe(false);
        expect(typeof accepts(answer.choices, 'films')).toBe('boolean');
      }),
    );
  });
});

it('takes no answer of an API for a policy unless it is one', () => {
  fc.assert(fc.property(fc.anything(), (body) => toPolicy(body) === undefined));
  const data = { ...policy(), categories: [null, { key: 'a', cookies: [1, { name: 2 }] }, {}] };
  expect(toPolicy({ data })?.categories).toEqual([
    {
      ...{ key: 'a', name: 'a', description: '', required: false },
      cookies: [{ name: '', provider: '', purpose: '', duration: '' }],
    },
  ]);
});
