import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';

import { Webhook } from 'standardwebhooks';

/** What a receiver got. */
export interface Received {
  headers: Record<string, string>;
  body: string;
}

/** How a receiver answers a request. */
export type Answer = (response: ServerResponse, received: Received) => void;

/** A server that webhooks are sent to. */
export interface Receiver {
  url: string;
  /** All requests, in the order in which they came. */
  received: Received[];
  /** Connections that have been made. */
  connections(): number;
  /** Changes how it answers; it begins with 204. */
  answer(how: Answer): void;
  stop(): Promise<void>;
}

/** Answers with a status and a text. */
export function status(code: number, body = '', headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(code, headers).end(body);
}

/** Starts a receiver on a free port. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let count = 0;
  let answer: Answer = status(204);
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const one = {
      headers: request.headers as Record<string, string>,
      body: await text(request),
    };
    received.push(one);
    answer(response, one);
  };
  const server = createServer((request, response) => void take(request, response));
  server.on('connection', (socket) => {
    count += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks?from=prospectus`,
    received,
    connections: () => count,
    answer: (how) => void (answer = how),
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a received message says, if `standardwebhooks` finds it genuine; otherwise it throws. */
export function verify(received: Received | undefined, secret: string): Message {
  if (!received) throw new Error('Nothing was received.');
  const { body, headers } = received;
  return new Webhook(secret).verify(body, headers) as Message;
}

/** The body of a webhook. */
export interface Message {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}
