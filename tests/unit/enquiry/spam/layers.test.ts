import type { Facts } from '../../../../src/api/enquiry/spam/facts';
import { verdictOn } from './judging';

const links = (count: number) =>
  Array.from({ length: count }, (_, index) => `https://site${index}.example/`).join(' and ');

const reasonsOf = (...parameters: Parameters<typeof verdictOn>) =>
  verdictOn(...parameters).spamReasons;

describe('the honeypot', () => {
  it('is enough for the highest score', () => {
    expect(verdictOn({ website: 'x' })).toEqual({
      state: 'spam',
      spamScore: 100,
      spamReasons: ['honeypot'],
    });
  });

  it.each([undefined, ''])('is not there when the field is %j', (website) => {
    expect(reasonsOf({ website })).toEqual([]);
  });
});

describe('the form token', () => {
  it.each([
    ['absent', 10, 'no-form-token'],
    ['expired', 5, 'form-token-expired'],
    ['forged', 35, 'form-token-forged'],
    ['reused', 25, 'form-token-reused'],
    [{ seconds: 0 }, 40, 'sent-too-fast'],
    [{ seconds: 2.99 }, 40, 'sent-too-fast'],
    // The clock of another instance may be behind.
    [{ seconds: -1 }, 40, 'sent-too-fast'],
  ] as [Facts['formToken'], number, string][])('that is %j: %d points', (token, score, reason) => {
    expect(verdictOn({}, { formToken: token })).toEqual({
      state: 'new',
      spamScore: score,
      spamReasons: [reason],
    });
  });

  it.each([3, 60, 80_000])('is nothing to speak of after %d seconds', (seconds) => {
    expect(reasonsOf({}, { formToken: { seconds } })).toEqual([]);
  });
});

describe('the number of links', () => {
  const words = (characters: number) => 'word '.repeat(characters / 5);

  it.each([
    [2, 0, 0],
    [3, 0, 15],
    [4, 0, 30],
    [20, 0, 75],
    // One more for every 500 characters.
    [3, 500, 0],
    [4, 500, 15],
    [8, 3000, 0],
  ])('%d in a message with %d characters beside them: %d points', (count, characters, score) => {
    const message = `Please have a look at these: ${links(count)} ${words(characters)}`;
    expect(verdictOn({ message }).spamScore).toBe(score);
  });

  it('counts more where the message is hardly more', () => {
    expect(reasonsOf({ message: 'https://site.example' })).toEqual(['mostly-links']);
    expect(reasonsOf({ message: `Look: ${links(3)}` })).toEqual(['mostly-links', 'many-links']);
  });
});

describe('the e-mail address', () => {
  it.each([
    'a@mailinator.com',
    'a@MAILINATOR.COM',
    'a@mx.mailinator.com',
    'a@a.b.c.mailinator.com',
    'a@yopmail.com',
    'a@xn--mllmail-n2a.com',
    'a@müllmail.com',
    'a@MÜLLMAIL.com',
    'a@mailinator.com.',
    '"a@gmail.com"@mailinator.com',
  ])('is disposable: %s', (email) => {
    expect(verdictOn({ email })).toMatchObject({
      spamScore: 20,
      spamReasons: ['disposable-email'],
    });
  });

  it.each([
    ...['a@gmail.com', 'a@proton.me', 'a@web.de', 'a@orange.fr', 'a@qq.com', 'a@example.org'],
    ...['mailinator.com@example.org', 'a@my-mailinator.com', 'a@mailinator.com.example.org'],
    // Forwarding services, which people use for good.
    ...['a@duck.com', 'a@sub.mozmail.com', 'a@ada.anonaddy.me', 'a@PASSMAIL.net'],
  ])('is not disposable: %s', (email) => {
    expect(reasonsOf({ email })).toEqual([]);
  });
});

describe('a sender', () => {
  it.each([
    [1, 20, false],
    [10, 20, false],
    [11, 20, true],
    [20, 20, true],
    // The first one is nobody's fault, however narrow the limit is.
    [1, 1, false],
    [2, 3, true],
    [49_999, 100_000, false],
  ])('who sent %d of %d enquiries is busy: %s', (count, limit, isBusy) => {
    expect(reasonsOf({}, { address: { count, limit } })).toEqual(isBusy ? ['busy-address'] : []);
    expect(reasonsOf({}, { email: { count, limit } })).toEqual(isBusy ? ['busy-email'] : []);
  });
});

describe('the proof of work', () => {
  it.each([
    ['not-asked', []],
    ['done', []],
    ['absent', ['no-proof-of-work']],
    ['wrong', ['wrong-proof-of-work']],
  ] as [Facts['proofOfWork'], string[]][])('that is %s', (proofOfWork, reasons) => {
    expect(reasonsOf({}, { proofOfWork })).toEqual(reasons);
  });
});
