import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import {
  decryptCell,
  encryptCell,
  isEncrypted,
  keyIdOf,
  UnreadableError,
} from '../../../src/plugins/privacy/server/src/crypto/cell';
import { KeyRing } from '../../../src/plugins/privacy/server/src/crypto/key-ring';

const key = (id: string) => ({ id, secret: randomBytes(32).toString('base64') });
const [former, present] = [key('2025'), key('2026')];
const keys = new KeyRing([present, former]);

/** Every text that a JavaScript string with whole characters can hold. */
const text = fc.string({ unit: 'binary', maxLength: 200 });
const name = fc.stringMatching(/^[a-z_]{1,20}$/);
const cell = fc.record({ table: name, column: name, row: fc.stringMatching(/^[a-z0-9]{24}$/) });

it('comes back as it was written, whatever is written', () => {
  fc.assert(
    fc.property(text, cell, (written, place) => {
      const encrypted = encryptCell(written, place, keys);
      expect(isEncrypted(encrypted)).toBe(true);
      expect(keyIdOf(encrypted)).toBe('2026');
      expect(decryptCell(encrypted, place, keys)).toBe(written);
    }),
  );
});

it('is written differently each time', () => {
  const place = { table: 'enquiries', column: 'name', row: 'a' };
  const values = Array.from({ length: 100 }, () => encryptCell('the same', place, keys));
  expect(new Set(values).size).toBe(100);
});

it('is refused when any character of it is another one', () => {
  fc.assert(
    fc.property(text, cell, fc.nat(), fc.base64String(), (written, place, position, noise) => {
      const encrypted = encryptCell(written, place, keys);
      const index = position % encrypted.length;
      const replacement = noise.charAt(0).replace('+', '-').replace('/', '_');
      fc.pre(replacement !== '' && replacement !== encrypted.charAt(index));
      const altered = encrypted.slice(0, index) + replacement + encrypted.slice(index + 1);
      expect(() => decryptCell(altered, place, keys)).toThrow(UnreadableError);
    }),
  );
});

it('is refused when it is cut or followed by anything', () => {
  fc.assert(
    fc.property(text, cell, fc.integer({ min: 1, max: 20 }), (written, place, length) => {
      const encrypted = encryptCell(written, place, keys);
      for (const altered of [encrypted.slice(0, -length), `${encrypted}${'A'.repeat(length)}`])
        expect(() => decryptCell(altered, place, keys)).toThrow(UnreadableError);
    }),
  );
});

it('is refused in every other row, column or table', () => {
  fc.assert(
    fc.property(text, cell, cell, (written, place, other) => {
      const encrypted = encryptCell(written, place, keys);
      for (const part of ['table', 'column', 'row'] as const) {
        if (other[part] === place[part]) continue;
        const moved = { ...place, [part]: other[part] };
        expect(() => decryptCell(encrypted, moved, keys)).toThrow(UnreadableError);
      }
    }),
  );
});

it('is read with the key that it was written with, and refused without it', () => {
  fc.assert(
    fc.property(text, cell, (written, place) => {
      const encrypted = encryptCell(written, place, new KeyRing([former]));
      expect(decryptCell(encrypted, place, keys)).toBe(written);
      expect(() => decryptCell(encrypted, place, new KeyRing([present]))).toThrow(
        /"2025".*not in PRIVACY_KEYS/,
      );
      const replaced = new KeyRing([{ ...present, id: '2025' }]);
      expect(() => decryptCell(encrypted, place, replaced)).toThrow(/key "2025" is another one/);
    }),
  );
});

it('tells nothing of what it holds when it cannot be read', () => {
  const place = { table: 'enquiries', column: 'name', row: 'a1' };
  const encrypted = encryptCell('Canary Visitor', place, new KeyRing([former]));
  let message = '';
  try {
    decryptCell(encrypted, place, new KeyRing([present]));
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toMatch(/^enquiries\.name of a1 needs the key "2025"/);
  expect(message).not.toContain(encrypted.slice(-20));
});
