import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { DurableLog } from './durable-log';

/** How a receiver answers: see `receive.mjs`. */
export interface Behaviour {
  kind: 'accept' | 'hang' | 'trickle' | 'endless' | 'redirect' | 'status';
  status?: number;
  location?: string;
  /** Share of the deliveries that it accepts but does not note: what a ledger must find out. */
  dropped?: number;
  /** After so many deliveries, kills the process `killed` between its answer and the next event. */
  killsAfter?: number;
  killed?: number;
}

/** A delivery that a receiver has verified and noted. */
export interface Receipt {
  id: string;
  /** SHA-256 of the body. */
  digest: string;
  type: string;
  /** Reference of the enquiry that it is about. */
  reference: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** A receiver of webhooks in a process of its own. */
export interface Receiver {
  url: string;
  /** Gives it the secret of its endpoint; before, it refuses whatever comes. */
  trust(secret: string): Promise<void>;
  behave(behaviour: Behaviour): Promise<void>;
  /** Resolves when it has killed the process that it was told to kill. */
  hasKilled(): Promise<void>;
  receipts(): Receipt[];
  stop(): Promise<void>;
}

async function messageOf<T extends object>(child: ChildProcess, name: keyof T): Promise<T> {
  for (;;) {
    const [message] = (await once(child, 'message')) as [T];
    if (name in message) return message;
  }
}

/**
 * Starts a receiver that accepts.
 * @param file where it notes what it has accepted
 */
export async function startReceiver(file: string): Promise<Receiver> {
  const child = fork(path.join(__dirname, 'receive.mjs'), [file]);
  const ended = once(child, 'exit');
  const { port } = await messageOf<{ port: number }>(child, 'port');
  const record = new DurableLog(file);
  const tell = async (message: object) => {
    const isReady = messageOf<{ ready: true }>(child, 'ready');
    child.send(message);
    await isReady;
  };
  return {
    url: `http://127.0.0.1:${port}/`,
    trust: (secret) => tell({ secret }),
    behave: (behaviour) => tell({ behaviour }),
    async hasKilled() {
      await messageOf<{ killed: number }>(child, 'killed');
    },
    receipts: () =>
      record.read().map(([id = '', digest = '', type = '', reference = '', at = '']) => ({
        id,
        digest,
        type,
        reference,
        at: Number(at),
      })),
    async stop() {
      record.close();
      child.kill();
      await ended;
    },
  };
}
