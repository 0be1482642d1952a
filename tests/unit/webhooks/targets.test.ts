import fc from 'fast-check';

import { isPublicAddress } from '../../../src/plugins/webhooks/server/src/sending/public-address';
import {
  findAddressFault,
  findConnectionFault,
  findUrlFault,
} from '../../../src/plugins/webhooks/server/src/sending/target';

const production = { requiresHttps: true, allowsPrivateTargets: false };
const development = { requiresHttps: false, allowsPrivateTargets: true };

/** First and last address of every network that webhooks must not reach. */
const REFUSED = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['169.254.0.0', '169.254.255.255'],
  ['168.63.129.16', '168.63.129.16'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '255.255.255.255'],
] as const;

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function toAddress(number: number): string {
  return [24, 16, 8, 0].map((bits) => (number >>> bits) & 255).join('.');
}

const refusedIpv4 = fc
  .constantFrom(...REFUSED)
  .chain(([first, last]) => fc.integer({ min: toNumber(first), max: toNumber(last) }))
  .map(toAddress);

const anyIpv4 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const isRefused = (number: number) =>
  REFUSED.some(([first, last]) => number >= toNumber(first) && number <= toNumber(last));

/** Forms of IPv6 that carry an IPv4 address. */
const carriers = [
  (hex: string) => `::ffff:${hex}`,
  (hex: string) => `::${hex}`,
  (hex: string) => `64:ff9b::${hex}`,
  (hex: string) => `64:ff9b:1::${hex}`,
  (hex: string) => `2002:${hex}::`,
  (hex: string) => `2001:0:${hex}::`,
];

function toHex(address: string): string {
  const hex = toNumber(address).toString(16).padStart(8, '0');
  return `${hex.slice(0, 4)}:${hex.slice(4)}`;
}

describe('an address', () => {
  it('of this machine, its network or its cloud is not public', () => {
    fc.assert(fc.property(refusedIpv4, (address) => expect(isPublicAddress(address)).toBe(false)));
  });

  it.each(REFUSED)('from %s to %s is not public, to the last one', (first, last) => {
    expect([first, last].map(isPublicAddress)).toEqual([false, false]);
  });

  it('is not public in any form of IPv6 that carries an IPv4 address', () => {
    fc.assert(
      fc.property(anyIpv4, fc.constantFrom(...carriers), (number, carrier) => {
        expect(isPublicAddress(carrier(toHex(toAddress(number))))).toBe(false);
      }),
    );
  });

  it('of the rest of IPv4 is public, but for networks that serve the internet itself', () => {
    // AS112, AMT and the former 6to4 relays: nobody receives webhooks there.
    const services = /^192\.(31\.196|52\.193|88\.99|175\.48)\./;
    fc.assert(
      fc.property(
        anyIpv4.filter((number) => !isRefused(number)).map(toAddress),
        (address) => services.test(address) || isPublicAddress(address),
      ),
    );
  });

  it.each(['::', '::1', 'fc00::1', 'fdff::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1'])(
    '%s is not public',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );

  it.each(['100::1', '2001:db8::1', '2001:10::1', '3fff::1', '4000::1', '5f00::1', 'abcd::1'])(
    '%s is not used by anybody, and not public',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );

  it.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4007::200e'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it('is not public when it is none', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/^[\d.x:a-f]+$/i.test(text)),
        (text) => expect(isPublicAddress(text)).toBe(false),
      ),
    );
  });
});

describe('a name', () => {
  it('is refused when one of its addresses is private', () => {
    const addresses = ['8.8.8.8', '10.0.0.1'];
    expect(findAddressFault('example.org', addresses, production)).toMatch('private address');
    expect(findAddressFault('example.org', ['8.8.8.8'], production)).toBeUndefined();
    expect(findAddressFault('example.org', addresses, development)).toBeUndefined();
  });
});

describe('the url of an endpoint', () => {
  it.each([
    'https://www.example.com/webhooks?key=1',
    'https://www.example.com:8443/',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]/',
    'https://xn--bcher-kva.example/',
  ])('can be %s', (url) => expect(findUrlFault(url, production)).toBeUndefined());

  it.each([
    'http://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.1/',
    'https://017700000001/',
    'https://127.0.0.1./',
    'https://①②⑦.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[64:ff9b::7f00:1]/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://api.localhost/',
    'https://100.100.100.200/',
    'https://168.63.129.16/',
  ])('cannot be %s', (url) => expect(findUrlFault(url, production)).toBeDefined());

  it.each([
    ['http://www.example.com/', 'https://'],
    ['ftp://www.example.com/', 'https://'],
    ['file:///etc/passwd', 'https://'],
    ['www.example.com', 'such as'],
    ['', 'such as'],
    ['https://user:password@www.example.com/', 'password'],
    ['https://www.example.com/#part', '#'],
    [`https://www.example.com/${'x'.repeat(2048)}`, '2048'],
  ])('cannot be %s: says what to write', (url, hint) => {
    expect(findUrlFault(url, production)).toContain(hint);
  });

  it('can be of this machine, without https, where private targets are allowed', () => {
    expect(findUrlFault('http://localhost:4000/hook', development)).toBeUndefined();
    expect(findUrlFault('http://127.0.0.1:4000/hook', development)).toBeUndefined();
  });

  it('is judged, not thrown at, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
        expect(['string', 'undefined']).toContain(typeof findUrlFault(text, production));
      }),
    );
  });

  it('cannot hide a private address in any number system', () => {
    const spellings = [
      (number: number) => String(number),
      (number: number) => `0x${number.toString(16)}`,
      (number: number) => `0${number.toString(8)}`,
      (number: number) =>
        toAddress(number)
          .split('.')
          .map((part) => `0x${Number(part).toString(16)}`)
          .join('.'),
      (number: number) =>
        toAddress(number)
          .split('.')
          .map((part) => `0${Number(part).toString(8)}`)
          .join('.'),
      (number: number) => `[::ffff:${toAddress(number)}]`,
    ];
    fc.assert(
      fc.property(refusedIpv4.map(toNumber), fc.constantFrom(...spellings), (number, spell) => {
        expect(findUrlFault(`https://${spell(number)}/`, production)).toBeDefined();
      }),
    );
  });
});

describe('a connection', () => {
  it.each([
    ['https:', production, undefined],
    ['http:', production, expect.stringContaining('https only')],
    ['http:', development, undefined],
  ])('over %s is judged anew each time that it is made', (protocol, policy, fault) => {
    expect(findConnectionFault({ protocol, hostname: '8.8.8.8' }, policy)).toEqual(fault);
  });

  it.each(['127.0.0.1', '[::1]', 'localhost'])('to %s is refused over https, too', (hostname) => {
    expect(findConnectionFault({ protocol: 'https:', hostname }, production)).toContain('private');
  });
});
