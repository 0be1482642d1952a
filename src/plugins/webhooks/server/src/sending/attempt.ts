import type { Dispatcher } from 'undici';
import { signatureHeader } from '../message/signature';
import { describeFailure } from './describe-failure';
import { readAnswer, storable } from './read-answer';
import { readRetryAfter } from './retry-after';

/** What is sent, and where. */
export interface Message {
  url: string;
  /** The header `webhook-id`. */
  id: string;
  body: string;
  /** The endpoint's secrets as text: one, or two while a rotation overlaps. */
  secrets: readonly string[];
}

/** How an attempt went. */
export interface Outcome {
  at: Date;
  durationMs: number;
  signature: string;
  isSuccess: boolean;
  status: number | null;
  answer: string | null;
  error: string | null;
  /** How long the receiver wants to be left alone, in milliseconds. */
  retryAfter: number | null;
}

/** Seconds since 1970, as in `webhook-timestamp`. */
function inSeconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

/**
 * The headers of a request.
 * @param id the header `webhook-id`
 * @param made when and with which signature; without it, the headers that every attempt has
 */
export function requestHeaders(
  id: string,
  made?: { at: Date; signature: string },
): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Prospectus-Webhooks/1.0',
    'webhook-id': id,
    ...(made && {
      'webhook-timestamp': String(inSeconds(made.at)),
      'webhook-signature': made.signature,
    }),
  };
}

/** Why an answer counts as failure, for a person; null where it does not. */
function findFault(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `Answered ${status}: redirects are not followed.`;
  return `Answered ${status}.`;
}

async function exchange(
  connections: Dispatcher,
  { url, id, body }: Message,
  { at, signature, signal }: { at: Date; signature: string; signal: AbortSignal },
): Promise<Pick<Outcome, 'status' | 'answer' | 'error' | 'retryAfter' | 'isSuccess'>> {
  const { origin, pathname, search } = new URL(url);
  const headers = requestHeaders(id, { at, signature });
  try {
    const response = await connections.request({
      origin,
      path: pathname + search,
      method: 'POST',
      headers,
      body,
      signal,
    });
    const status = response.statusCode;
    const retryAfter = [response.headers['retry-after']].flat()[0];
    const error = findFault(status);
    const wait = readRetryAfter({ status, retryAfter }, new Date()) ?? null;
    const answer = await readAnswer(response.body);
    return { status, answer, error, retryAfter: wait, isSuccess: error === null };
  } catch (error) {
    const text = storable(describeFailure(error));
    return { status: null, answer: null, error: text, retryAfter: null, isSuccess: false };
  }
}

/**
 * Does some work that is aborted when it takes too long. Not with AbortSignal.timeout: its timer
 * would outlive the work.
 */
async function within<T>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new DOMException('No answer in time.', 'TimeoutError')),
    milliseconds,
  );
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Sends a message once. A 2xx is a success, whatever its body does; anything else is a failure.
 * @param milliseconds limit from the start to the end of what is read of the answer
 * @returns how it went; it does not throw for what the receiver or the network does
 */
export async function attempt(
  connections: Dispatcher,
  message: Message,
  milliseconds: number,
): Promise<Outcome> {
  const at = new Date();
  const start = performance.now();
  const signature = signatureHeader({ ...message, timestamp: inSeconds(at) }, message.secrets);
  const result = await within(milliseconds, (signal) =>
    exchange(connections, message, { at, signature, signal }),
  );
  return { at, signature, ...result, durationMs: Math.round(performance.now() - start) };
}
