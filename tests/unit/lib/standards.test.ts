import fc from 'fast-check';

import { isCurrency, isTimeZone } from '../../../src/lib/standards';

describe('a currency', () => {
  it.each(['EUR', 'USD', 'CHF', 'GBP', 'JPY'])('is %s', (code) => {
    expect(isCurrency(code)).toBe(true);
  });

  it.each(['eur', 'EURO', 'XQQ', '', '€', 'constructor'])('is not "%s"', (code) => {
    expect(isCurrency(code)).toBe(false);
  });

  it('has three capital letters, whatever else is written', () => {
    fc.assert(
      fc.property(fc.string(), (code) => {
        fc.pre(!/^[A-Z]{3}$/.test(code));
        expect(isCurrency(code)).toBe(false);
      }),
    );
  });
});

describe('a time zone', () => {
  it.each(['Europe/Paris', 'America/Argentina/Buenos_Aires', 'UTC', 'Asia/Kolkata', 'Etc/GMT+5'])(
    'is %s',
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  it.each(['', 'Paris', 'Europe/Atlantis', '+02:00', '-0530', 'GMT+2', 'Europe/Paris '])(
    'is not "%s"',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );

  it('is known to this runtime for every name that the runtime lists', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((name) => !isTimeZone(name))).toEqual([]);
  });

  it('is never an error, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(typeof isTimeZone(name)).toBe('boolean');
      }),
    );
  });
});
