import { hkdfSync } from 'node:crypto';

import { deriveKey } from '../../../src/lib/derive-key';

const SECRET = 'a-secret-of-more-than-32-characters';

describe('a derived key', () => {
  it('has 256 bits and is always the same for the same secret and purpose', () => {
    expect(deriveKey(SECRET, 'a')).toHaveLength(32);
    expect(deriveKey(SECRET, 'a')).toEqual(deriveKey(SECRET, 'a'));
  });

  it('differs by purpose and by secret', () => {
    const keys = [deriveKey(SECRET, 'a'), deriveKey(SECRET, 'b'), deriveKey(`${SECRET}1`, 'a')];
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(3);
  });

  it('is that of RFC 5869 with the purpose as its information', () => {
    const expected = Buffer.from(hkdfSync('sha256', SECRET, '', 'prospectus/a', 32));
    expect(deriveKey(SECRET, 'a')).toEqual(expected);
  });
});
