import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';

/** A stretch of network between a program and its database that can be cut and mended. */
export interface Proxy {
  /** Address of the database by way of this proxy. */
  url: string;
  /** Breaks all connections, and refuses new ones. */
  cut(): Promise<void>;
  /** Takes connections again, to the same database or to another address of it. */
  mend(databaseUrl?: string): Promise<void>;
}

/** Starts a proxy before a database. */
export async function startProxy(databaseUrl: string): Promise<Proxy> {
  let target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    async cut() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async mend(address = target.href) {
      target = new URL(address);
      await listen(port);
    },
  };
}
