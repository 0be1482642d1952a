import { isIP } from 'node:net';

import fc from 'fast-check';

import { addressPrefix } from '../../../src/lib/address-prefix';

const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
// A household's prefix; outside of ::/96, where an address may be an IPv4 one in disguise.
const prefix = fc
  .array(group, { minLength: 3, maxLength: 3 })
  .map((groups) => ['2001', ...groups].join(':'));
const suffix = fc.array(group, { minLength: 4, maxLength: 4 }).map((groups) => groups.join(':'));

describe('what a visitor cannot change of an address', () => {
  it('is all of an IPv4 address', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(addressPrefix(address)).toBe(address);
      }),
    );
  });

  it('is the IPv4 address where it is mapped into IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(addressPrefix(`::ffff:${address}`)).toBe(address);
      }),
    );
  });

  it('is the same for all addresses of one household', () => {
    fc.assert(
      fc.property(prefix, suffix, suffix, (household, a, b) => {
        expect(addressPrefix(`${household}:${a}`)).toBe(addressPrefix(`${household}:${b}`));
      }),
    );
  });

  it('differs between households', () => {
    fc.assert(
      fc.property(prefix, prefix, suffix, (a, b, rest) => {
        fc.pre(a !== b);
        expect(addressPrefix(`${a}:${rest}`)).not.toBe(addressPrefix(`${b}:${rest}`));
      }),
    );
  });

  it('does not depend on how the address is written', () => {
    const expected = addressPrefix('2001:db8:0:0:0:0:0:1');
    expect(addressPrefix('2001:db8::1')).toBe(expected);
    expect(addressPrefix('2001:DB8::0001')).toBe(expected);
    expect(addressPrefix('2001:db8::1%eth0')).toBe(expected);
  });

  it('is no port, which every connection has another of', () => {
    expect(addressPrefix('203.0.113.1:5123')).toBe(addressPrefix('203.0.113.1'));
    for (const address of ['[2001:db8::1]', '[2001:db8::1]:5123', '[2001:DB8::2]:80']) {
      expect(addressPrefix(address)).toBe(addressPrefix('2001:db8::1'));
    }
    expect(addressPrefix('[::ffff:203.0.113.1]:80')).toBe('203.0.113.1');
  });

  it('is never that of an IPv4 address for an IPv6 one', () => {
    fc.assert(
      fc.property(prefix, suffix, (household, rest) => {
        expect(isIP(addressPrefix(`${household}:${rest}`))).toBe(0);
      }),
    );
  });

  it('is the text itself where it is no address', () => {
    expect(addressPrefix('unknown')).toBe('unknown');
    expect(addressPrefix('')).toBe('');
  });
});
