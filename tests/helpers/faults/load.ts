import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import type { DurableLog } from './durable-log';

/** What came of the enquiries so far. */
export interface LoadFigures {
  sent: number;
  /** Answered with 201, at whichever try. */
  stored: number;
  /** Tries whose outcome stayed unknown: the connection broke, or there was no answer in time. */
  unknown: number;
  /** Tries by the status that they were answered with. */
  statuses: Record<number, number>;
  /** Keys that were answered with another reference than before. */
  contradictions: string[];
  /** Time from the first try to the answer, in milliseconds, of each that was stored. */
  milliseconds: number[];
}

/** Enquiries that keep coming. */
export interface Load {
  figures: LoadFigures;
  /** Sends no new ones, and waits until each that was sent has its answer. */
  finish(): Promise<LoadFigures>;
}

export interface LoadOptions {
  /** Where to send the next try. */
  address(): string;
  /** Enquiries per second. */
  rate: number;
  /** Notes `sent <key>` before the first try of each, `stored <key> <reference> <time>` on 201. */
  ledger: DurableLog;
}

/** Wait before a try is repeated with the same key, in milliseconds. */
const RETRY_DELAY = 250;
/** Longest wait for an answer, in milliseconds: fault 4 allows ten seconds. */
const ANSWER_LIMIT = 10_000;

/** Share of the enquiries whose key is sent once more: it must get the same reference. */
const ASKED_AGAIN = 0.1;

const enquiryOf = (key: string) => ({
  kind: 'other',
  name: 'Load',
  email: `${key}@example.org`,
  message: `Question ${key}`,
});

/** Sends enquiries as a careful website does: with a key, again and again until one is stored. */
export function startLoad({ address, rate, ledger }: LoadOptions): Load {
  const agent = new Agent({ connections: 50 });
  const figures: LoadFigures = {
    sent: 0,
    stored: 0,
    unknown: 0,
    statuses: {},
    contradictions: [],
    milliseconds: [],
  };

  const tryOnce = async (key: string): Promise<string | undefined> => {
    const { statusCode, body } = await request(`${address()}/api/enquiries`, {
      dispatcher: agent,
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ data: enquiryOf(key) }),
      signal: AbortSignal.timeout(ANSWER_LIMIT),
    });
    figures.statuses[statusCode] = (figures.statuses[statusCode] ?? 0) + 1;
    const answer = (await body.json()) as { data: { reference: string } | null };
    return statusCode === 201 ? answer.data?.reference : undefined;
  };

  const tryUntilStored = async (key: string): Promise<string> => {
    for (;;) {
      try {
        const reference = await tryOnce(key);
        if (reference) return reference;
      } catch {
        figures.unknown += 1;
      }
      await wait(RETRY_DELAY);
    }
  };

  const send = async (): Promise<void> => {
    const key = randomUUID();
    const started = Date.now();
    ledger.write('sent', key);
    figures.sent += 1;
    const reference = await tryUntilStored(key);
    ledger.write('stored', key, reference, String(Date.now()));
    figures.stored += 1;
    figures.milliseconds.push(Date.now() - started);
    if (Math.random() >= ASKED_AGAIN) return;
    const again = await tryUntilStored(key);
    if (again !== reference) figures.contradictions.push(key);
  };

  const pending = new Set<Promise<void>>();
  const timer = setInterval(() => {
    const sending = send().finally(() => pending.delete(sending));
    pending.add(sending);
  }, 1000 / rate);

  return {
    figures,
    async finish() {
      clearInterval(timer);
      while (pending.size > 0) await Promise.all(pending);
      await agent.close();
      return figures;
    },
  };
}
