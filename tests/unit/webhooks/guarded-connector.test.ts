import { once } from 'node:events';
import net, { type AddressInfo, type Server } from 'node:net';

import {
  guardedConnector,
  guardedLookup,
} from '../../../src/plugins/webhooks/server/src/sending/guarded-connector';

const production = { requiresHttps: true, allowsPrivateTargets: false };

/** Resolves every name to the same addresses, as a malicious name server does. */
function resolvingTo(...addresses: string[]) {
  const found = addresses.map((address) => ({ address, family: net.isIP(address) }));
  return ((_name: string, _options: object, callback: (...answer: unknown[]) => void) =>
    callback(null, found)) as never;
}

async function lookup(addresses: string[], all: boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    guardedLookup(production, resolvingTo(...addresses))(
      'www.example.com',
      { all },
      (error, address) => (error ? reject(error) : resolve(address)),
    );
  });
}

describe('resolving a name', () => {
  it('answers the addresses to connect to', async () => {
    expect(await lookup(['8.8.8.8', '2606:4700::1'], true)).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700::1', family: 6 },
    ]);
    expect(await lookup(['8.8.8.8'], false)).toBe('8.8.8.8');
  });

  it.each([
    [['127.0.0.1']],
    [['8.8.8.8', '10.0.0.1']],
    [['::ffff:127.0.0.1']],
    [['169.254.169.254']],
  ])('fails when it leads to %s', async (addresses) => {
    await expect(lookup(addresses, true)).rejects.toThrow('private address');
    await expect(lookup(addresses, false)).rejects.toThrow('private address');
  });
});

describe('connecting', () => {
  let server: Server;
  let connections = 0;

  beforeAll(async () => {
    server = net.createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => server.close());

  it.each(['127.0.0.1', '[::ffff:7f00:1]', '::1', 'localhost', 'LOCALHOST.'])(
    'to %s does not happen',
    async (hostname) => {
      const { port } = server.address() as AddressInfo;
      const connect = guardedConnector(production, 1000);
      const error = await new Promise<Error | null>((resolve) =>
        connect({ hostname, protocol: 'https:', port: String(port) }, (...[fault]) =>
          resolve(fault),
        ),
      );
      expect(error).toMatchObject({ code: 'FORBIDDEN_TARGET' });
      expect(connections).toBe(0);
    },
  );
});
