import type { Answer } from './answer';
import { toPolicy, type Policy } from './policy';

/** What became of a report to the API. `refused`: it will never be taken; `failed`: later, perhaps. */
export type Outcome = 'refused' | 'failed' | { receipt?: string; expiresAt?: string };

/** Statuses that say that there is nothing in this language, or no such language. */
const NOT_THERE = [400, 404];

/** Neither the reader's session nor the address of the page is the API's concern. */
const read = (url: string) => fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });

/**
 * Reads the policy in force, in the first of the locales that has one, else in the site's default.
 * @returns undefined when there is none, or none that can be read
 */
export async function readPolicy(api: string, locales: string[]): Promise<Policy | undefined> {
  for (const query of [...locales.map((locale) => `?locale=${encodeURIComponent(locale)}`), '']) {
    const answer = await read(`${api}/api/cookie-policies/current${query}`);
    if (answer.ok) return toPolicy(await answer.json());
    if (!NOT_THERE.includes(answer.status)) return undefined;
  }
  return undefined;
}

/**
 * The sentence that editors wrote for the notice.
 * @returns undefined when they wrote none, or it cannot be read
 */
export async function readNoticeText(api: string, locale: string): Promise<string | undefined> {
  const query = `locale=${encodeURIComponent(locale)}&fields[0]=cookieNotice`;
  try {
    const answer = await read(`${api}/api/site?${query}`);
    if (!answer.ok) return undefined;
    const { data } = (await answer.json()) as { data?: { cookieNotice?: unknown } | null };
    return typeof data?.cookieNotice === 'string' ? data.cookieNotice : undefined;
  } catch {
    // The built-in sentence says the same.
    return undefined;
  }
}

async function toOutcome(answer: Response, refusals: number[]): Promise<Outcome> {
  if (refusals.includes(answer.status)) return 'refused';
  if (!answer.ok) return 'failed';
  const { data } = (await answer.json()) as { data?: { receipt?: unknown; expiresAt?: unknown } };
  return {
    ...(typeof data?.receipt === 'string' && { receipt: data.receipt }),
    ...(typeof data?.expiresAt === 'string' && { expiresAt: data.expiresAt }),
  };
}

/** Sends to the end even when the reader leaves the page meanwhile. */
async function send(url: string, request: RequestInit, refusals: number[]): Promise<Outcome> {
  try {
    const options = {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      keepalive: true,
    } as const;
    return await toOutcome(await fetch(url, { ...options, ...request }), refusals);
  } catch {
    return 'failed';
  }
}

/** Records an answer: `POST /api/consents`. */
export async function recordConsent(api: string, answer: Answer): Promise<Outcome> {
  const { policyVersion, locale, choices, method, page } = answer;
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data: { policyVersion, locale, choices, method, page } }),
  };
  // What is wrong with it now will be wrong the next time: its version is no more in force.
  return send(`${api}/api/consents`, request, [400, 422]);
}

/** Withdraws a recorded answer: `DELETE /api/consents/:receipt`. */
export async function withdrawConsent(api: string, receipt: string): Promise<Outcome> {
  const url = `${api}/api/consents/${encodeURIComponent(receipt)}`;
  // There is no such record.
  return send(url, { method: 'DELETE' }, [400, 404]);
}
