import type { Answer } from './answer';
import { recordConsent, withdrawConsent, type Outcome } from './api';
import type { AnswerStorage } from './storage';

const report = (api: string, { unsent, receipt, ...answer }: Answer): Promise<Outcome> =>
  unsent === 'withdrawal' && receipt ? withdrawConsent(api, receipt) : recordConsent(api, answer);

/** The refusal in a withdrawal, as an answer of its own. */
function asConsent({ receipt: _, isWithdrawn: __, ...answer }: Answer): Answer {
  return { ...answer, unsent: 'consent' };
}

/**
 * Tells the API what it has not been told yet, and keeps what it says. What fails remains to be
 * told, on the next page. An answer that it refuses is forgotten, so that the visitor is asked again:
 * consent without proof is none. Where there is no record to withdraw, the refusal is recorded.
 */
export async function sendUnsent(api: string, storage: AnswerStorage): Promise<void> {
  const answer = storage.read();
  if (!answer?.unsent) return;
  const outcome = await report(api, answer);
  if (outcome === 'failed') return;
  // Another answer was given in the meantime, and is told by whoever took it.
  if (storage.read()?.answeredAt !== answer.answeredAt) return;
  const { unsent, ...sent } = answer;
  if (unsent === 'withdrawal') storage.write(outcome === 'refused' ? asConsent(sent) : sent);
  else if (outcome === 'refused') storage.forget();
  else storage.write({ ...sent, ...outcome });
}
