import path from 'node:path';

import fc from 'fast-check';
import { readDemoFiles } from '../../../../scripts/demo/content/read-files';
import type { Facts, FormTokenFact } from '../../../../src/api/enquiry/spam/facts';
import { PEOPLE, PROGRAMS } from './examples';
import { FROM_A_PROGRAM, FROM_THE_FORM, settingsWith, verdictOn } from './judging';

/** Text that may be in any script, without the signs that make a link of it. */
const prose = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 400 })
  .map((text) => text.normalize('NFKC').replace(/[.:/[<@\u3002\uff5c|]/gu, ' '));

const anyFormToken: fc.Arbitrary<FormTokenFact> = fc.oneof(
  fc.constantFrom('absent' as const, 'forged' as const, 'expired' as const, 'reused' as const),
  fc.double({ min: -10, max: 1e6, noNaN: true }).map((seconds) => ({ seconds })),
);

const anyRate = fc.record({
  count: fc.integer({ min: 1, max: 100_000 }),
  limit: fc.integer({ min: 1, max: 100_000 }),
});

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  formToken: anyFormToken,
  proofOfWork: fc.constantFrom('not-asked', 'absent', 'wrong', 'done'),
  address: anyRate,
  email: anyRate,
});

const anyText = fc.string({ unit: 'binary', maxLength: 2000 });

const anyWords = fc.record({
  name: anyText,
  email: fc.emailAddress(),
  message: anyText,
  website: fc.option(anyText, { nil: undefined }),
});

describe('an enquiry without any sign', () => {
  it('has the score 0, whatever it says', () => {
    const facts = fc.record({
      formToken: fc.record({ seconds: fc.double({ min: 3, max: 86_400, noNaN: true }) }),
      proofOfWork: fc.constantFrom('not-asked' as const, 'done' as const),
      address: fc.integer({ min: 2, max: 1e5 }).map((limit) => ({ count: 1, limit })),
      email: fc.integer({ min: 2, max: 1e5 }).map((limit) => ({ count: 1, limit })),
    });
    fc.assert(
      fc.property(prose, prose, facts, (name, message, known) => {
        const verdict = verdictOn({ name, message, website: '' }, known);
        expect(verdict).toEqual({ state: 'new', spamScore: 0, spamReasons: [] });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a person is never set aside', () => {
  it.each(PEOPLE)('from the website’s form: %s', (_, enquiry) => {
    expect(verdictOn(enquiry, FROM_THE_FORM).state).toBe('new');
  });

  it.each(PEOPLE)('by a client that knows no form token: %s', (_, enquiry) => {
    expect(verdictOn(enquiry, FROM_A_PROGRAM).state).toBe('new');
  });

  const MISFORTUNES: [string, Partial<Facts>][] = [
    ['a tab that was open all night', { formToken: 'expired' }],
    ['a token that an older key signed', { formToken: 'forged' }],
    ['a second enquiry from the same page', { formToken: 'reused' }],
    ['a browser that fills in the form', { formToken: { seconds: 2 } }],
    ['no JavaScript', { formToken: 'absent', proofOfWork: 'absent' }],
    ['a proof of work that failed', { formToken: 'absent', proofOfWork: 'wrong' }],
    ['a busy office', { formToken: 'absent', address: { count: 19, limit: 20 } }],
    [
      'a client that sends for everybody',
      { formToken: 'absent', address: { count: 20, limit: 20 }, email: { count: 20, limit: 20 } },
    ],
  ];

  it.each(MISFORTUNES)('for %s', (_, facts) => {
    const message = 'We are https://www.acme.example/about, is there a place left?';
    expect(verdictOn({ message }, facts).state).toBe('new');
  });

  it('in the demo content, which shows what visitors write', async () => {
    const { enquiries } = await readDemoFiles(path.resolve('database/demo'));
    for (const { state, spamScore, spamReasons, name, email, message } of enquiries) {
      const verdict = verdictOn({ name, email, message }, FROM_A_PROGRAM);
      if (state === 'spam') expect(verdict).toEqual({ state, spamScore, spamReasons });
      else expect(verdict).toMatchObject({ state: 'new', spamScore: 10 });
    }
  });
});

describe('a program is set aside', () => {
  it.each(PROGRAMS)('that posts without the form: %s', (_, enquiry) => {
    expect(verdictOn(enquiry, FROM_A_PROGRAM)).toMatchObject({
      state: 'spam',
      spamReasons: expect.arrayContaining(['no-form-token']),
    });
  });

  it.each(PROGRAMS)('that fetches a token and sends at once: %s', (_, enquiry) => {
    expect(verdictOn(enquiry, { formToken: { seconds: 0.2 } }).state).toBe('spam');
  });

  it('without a proof of work, where it is required, whatever it says', () => {
    const { spam } = settingsWith({ ENQUIRY_PROOF_OF_WORK: 'required' });
    expect(verdictOn({}, { proofOfWork: 'absent' }, spam).state).toBe('spam');
    expect(verdictOn({}, { proofOfWork: 'done' }, spam).state).toBe('new');
  });
});

describe('a verdict', () => {
  it('is a score from 0 to 100 with its reasons, for whatever is sent', () => {
    fc.assert(
      fc.property(anyWords, anyFacts, (words, facts) => {
        const { state, spamScore, spamReasons } = verdictOn(words, facts);
        expect(spamScore).toBeGreaterThanOrEqual(0);
        expect(spamScore).toBeLessThanOrEqual(100);
        expect(state).toBe(spamScore >= 50 ? 'spam' : 'new');
        expect(spamReasons.length > 0).toBe(spamScore > 0);
        expect(new Set(spamReasons).size).toBe(spamReasons.length);
      }),
    );
  });

  it('names the weightiest reason first', () => {
    const { spamReasons } = verdictOn({ website: 'x', email: 'a@mailinator.com' }, FROM_A_PROGRAM);
    expect(spamReasons).toEqual(['honeypot', 'disposable-email', 'no-form-token']);
  });

  it('leaves out a sign whose points are 0', () => {
    const { spam } = settingsWith();
    const without = { ...spam, points: { ...spam.points, 'no-form-token': 0 } };
    expect(verdictOn({}, FROM_A_PROGRAM, without)).toMatchObject({ spamScore: 0, spamReasons: [] });
  });

  it('is found at once for text that is made to be hard', () => {
    const hard = [
      'a.'.repeat(2500),
      '<a '.repeat(1666),
      '[url'.repeat(1250),
      'http://'.repeat(714),
    ];
    const longer = [
      'www.'.repeat(1250),
      '//a.b'.repeat(1000),
      'a@b.c'.repeat(1000),
      '('.repeat(5000),
    ];
    const start = performance.now();
    for (const message of [...hard, ...longer]) verdictOn({ message, name: message.slice(0, 200) });
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
