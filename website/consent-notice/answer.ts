import { accepts, acceptsOptional, type Choices, type Policy } from './policy';

/** How the visitor answered, as `POST /api/consents` takes it. */
export type Method = 'accept-all' | 'reject-all' | 'choices';

/** What the browser keeps of a visitor's answer. Times are ISO 8601 in UTC. */
export interface Answer {
  choices: Choices;
  method: Method;
  /** The policy that was answered to. */
  policyVersion: number;
  locale: string;
  cookiesSha256: string;
  categoriesSha256: string;
  /** Path of the page where it was given. */
  page: string;
  answeredAt: string;
  /** When to ask again. */
  expiresAt: string;
  /** The record's, once the API has answered. */
  receipt?: string;
  /** The record of the receipt is withdrawn, or is to be. */
  isWithdrawn?: boolean;
  /** What the API has still to be told. */
  unsent?: 'consent' | 'withdrawal';
}

/** Months after which a visitor is asked again; the API says the same of what it records. */
const MONTHS = 6;
/** As much of a page's path as the API takes, in characters. */
const LONGEST_PAGE = 2000;

/**
 * Makes an answer to a policy, not yet recorded.
 * @param page the path of the page; a query or fragment does not belong there
 */
export function newAnswer(policy: Policy, choices: Choices, page: string, now: Date): Answer {
  const optional = policy.categories.filter(({ required }) => !required);
  const accepted = optional.filter(({ key }) => accepts(choices, key)).length;
  const partly = accepted === optional.length ? 'accept-all' : 'choices';
  const expiresAt = new Date(now);
  expiresAt.setUTCMonth(expiresAt.getUTCMonth() + MONTHS);
  return {
    choices,
    method: accepted === 0 ? 'reject-all' : partly,
    policyVersion: policy.version,
    locale: policy.locale,
    cookiesSha256: policy.cookiesSha256,
    categoriesSha256: policy.categoriesSha256,
    page: page.slice(0, LONGEST_PAGE),
    answeredAt: now.toISOString(),
    expiresAt: expiresAt.toISOString(),
    unsent: 'consent',
  };
}

/** Whether it is time to ask again, whatever was answered. */
export function hasExpired({ expiresAt }: Answer, now: Date): boolean {
  // A date that nobody can read is over.
  return !(now.getTime() < Date.parse(expiresAt));
}

/**
 * Whether an answer still stands. It does not once it has expired, once there are other categories
 * or cookies, or once what was said about them in the language of the answer has changed. A new text
 * around them is no reason to ask again, and neither is another language.
 */
export function stands(answer: Answer, policy: Policy, now: Date): boolean {
  if (hasExpired(answer, now)) return false;
  if (answer.cookiesSha256 !== policy.cookiesSha256) return false;
  return answer.locale !== policy.locale || answer.categoriesSha256 === policy.categoriesSha256;
}

/**
 * The answer that follows from new choices. Taking back all that was given withdraws the record;
 * every other change is a new record, which stands in for the one before.
 * @param before the answer that stands, if any
 * @returns the same answer where nothing changes
 */
export function nextAnswer(before: Answer | undefined, after: Answer, policy: Policy): Answer {
  if (!before) return after;
  const isSame = policy.categories.every(
    ({ key }) => accepts(before.choices, key) === accepts(after.choices, key),
  );
  if (isSame) return before;
  const { receipt } = before;
  const takesAllBack =
    acceptsOptional(policy, before.choices) && !acceptsOptional(policy, after.choices);
  if (!receipt || !takesAllBack) return after;
  return { ...after, receipt, isWithdrawn: true, unsent: 'withdrawal' };
}

/**
 * Reads what was kept.
 * @param text as it was stored; whoever can write to the page's storage can write anything
 * @returns undefined when it is no answer
 */
export function parseAnswer(text: string | null): Answer | undefined {
  try {
    const answer = JSON.parse(text ?? 'null') as Partial<Answer> | null;
    const isAnswer =
      typeof answer?.choices === 'object' &&
      (answer.choices as Choices | null) !== null &&
      typeof answer.policyVersion === 'number' &&
      typeof answer.expiresAt === 'string' &&
      typeof answer.cookiesSha256 === 'string';
    return isAnswer ? (answer as Answer) : undefined;
  } catch {
    return undefined;
  }
}
