import fc from 'fast-check';

import { fingerprint } from '../../../src/api/enquiry/fingerprint';

const SECRET = 'a-secret-of-the-tests';
const print = (email: string, message: string) => fingerprint({ email, message }, SECRET);

const email = fc.emailAddress();
const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}.,!?]{1,8}$/u), {
  minLength: 1,
  maxLength: 12,
});
const space = fc.stringMatching(/^[ \t\r\n\u00a0]{1,4}$/);

describe('the fingerprint of an enquiry', () => {
  it('is the same however the address is capitalised and the message is spaced', () => {
    fc.assert(
      fc.property(email, words, space, space, (address, message, between, around) => {
        const other = around + message.join(between) + around;
        expect(print(address.toUpperCase(), other)).toBe(print(address, message.join(' ')));
      }),
    );
  });

  it('is another one for another address or other words', () => {
    fc.assert(
      fc.property(email, email, words, words, (address, other, message, words2) => {
        fc.pre(address.toLowerCase() !== other.toLowerCase());
        fc.pre(message.join(' ') !== words2.join(' '));
        expect(print(other, message.join(' '))).not.toBe(print(address, message.join(' ')));
        expect(print(address, words2.join(' '))).not.toBe(print(address, message.join(' ')));
      }),
    );
  });

  it('does not take the end of an address for the beginning of a message', () => {
    expect(print('a@example.org', 'x y')).not.toBe(print('a@example.org x', 'y'));
  });

  it('cannot be worked out without the secret', () => {
    const written = { email: 'a@example.org', message: 'Hello' };
    expect(fingerprint(written, SECRET)).not.toBe(fingerprint(written, 'another'));
  });
});
