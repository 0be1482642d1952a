import clientAddress from '../../../src/middlewares/client-address';

/** The address that the application takes for the visitor's. */
async function addressOf(socket: string, forwarded: string | undefined, trustedProxies: string[]) {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const context = {
    req: { socket: { remoteAddress: socket }, connection: { remoteAddress: socket }, headers },
    request: { ip: socket },
  };
  const next = jest.fn().mockResolvedValue(undefined);
  const strapi = { log: { warn: jest.fn() } };
  const middleware = clientAddress({ trustedProxies }, { strapi } as never);
  if (middleware) await middleware(context as never, next);
  expect(next).toHaveBeenCalledTimes(1);
  return context.request.ip;
}

describe('the address of a visitor', () => {
  it.each([
    ['the socket’s', '203.0.113.1', undefined, [], '203.0.113.1'],
    ['the socket’s, whatever the header says', '203.0.113.1', '198.51.100.1', [], '203.0.113.1'],
    ['what a trusted proxy says', '10.0.0.1', '198.51.100.1', ['10.0.0.1'], '198.51.100.1'],
    ['of a trusted network', '10.0.3.4', '198.51.100.1', ['10.0.0.0/16'], '198.51.100.1'],
    ['not of another network', '10.1.0.1', '198.51.100.1', ['10.0.0.0/16'], '10.1.0.1'],
    [
      'the nearest that is not a proxy',
      '10.0.0.1',
      '192.0.2.66, 198.51.100.1, 10.0.0.2',
      ['10.0.0.0/16'],
      '198.51.100.1',
    ],
    ['the proxy’s where it says nothing', '10.0.0.1', undefined, ['10.0.0.1'], '10.0.0.1'],
    [
      'what a trusted proxy says whose address is mapped into IPv6',
      '::ffff:10.0.0.1',
      '198.51.100.1',
      ['10.0.0.1'],
      '198.51.100.1',
    ],
    [
      'not what another says whose address is mapped into IPv6',
      '::ffff:10.1.0.1',
      '198.51.100.1',
      ['10.0.0.0/16'],
      '::ffff:10.1.0.1',
    ],
    [
      'not beyond a proxy that the visitor claims, mapped into IPv6',
      '10.0.0.1',
      '192.0.2.66, ::ffff:198.51.100.1',
      ['10.0.0.1'],
      '::ffff:198.51.100.1',
    ],
    ['IPv6', '::1', '2001:db8::1', ['::1'], '2001:db8::1'],
  ])('is %s', async (_, socket, forwarded, trusted, expected) => {
    expect(await addressOf(socket, forwarded, trusted)).toBe(expected);
  });

  it('is not guessed with a setting that is wrong: the start fails', () => {
    expect(() => clientAddress({ trustedProxies: ['nonsense'] }, {} as never)).toThrow('nonsense');
  });
});
