import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { KeyRing } from '../../../src/plugins/privacy/server/src/crypto/key-ring';
import {
  blindIndex,
  blindIndexes,
  keyedHash,
} from '../../../src/plugins/privacy/server/src/crypto/keyed-hash';

const key = (id: string) => ({ id, secret: randomBytes(32).toString('base64') });
const [former, present] = [key('2025'), key('2026')];
const keys = new KeyRing([present, former]);
const EMAIL = { table: 'enquiries', column: 'email' };

it('finds an address however its letters are written', () => {
  for (const address of ['Jane@Example.org', ' jane@example.org ', 'ｊane@example.org'])
    expect(blindIndex(address, EMAIL, keys)).toBe(blindIndex('jane@example.org', EMAIL, keys));
});

it('finds what was stored with a former key', () => {
  const stored = blindIndex('jane@example.org', EMAIL, new KeyRing([former]));
  expect(blindIndexes('jane@example.org', EMAIL, keys)).toEqual([
    blindIndex('jane@example.org', EMAIL, keys),
    stored,
  ]);
});

it('differs from value to value, column to column and key to key', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.emailAddress(), (one, other) => {
      fc.pre(one.toLowerCase() !== other.toLowerCase());
      const hash = blindIndex(one, EMAIL, keys);
      expect(hash).toMatch(/^[\w-]{43}$/);
      expect(hash).not.toBe(blindIndex(other, EMAIL, keys));
      expect(hash).not.toBe(blindIndex(one, { ...EMAIL, column: 'other' }, keys));
      expect(hash).not.toBe(blindIndex(one, EMAIL, new KeyRing([former])));
      expect(hash).not.toBe(keyedHash(one, 'anything', keys));
    }),
  );
});
