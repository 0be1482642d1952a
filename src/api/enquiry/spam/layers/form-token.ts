import type { FormTokenFact, Layer } from '../facts';
import type { SpamReason } from '../../../../lib/spam-reasons';

const REASONS: Record<Extract<FormTokenFact, string>, SpamReason> = {
  absent: 'no-form-token',
  forged: 'form-token-forged',
  expired: 'form-token-expired',
  reused: 'form-token-reused',
};

/** The form was never asked for, is older than forms get, or came back before anybody could read it. */
export const formToken: Layer = (_enquiry, facts, { points, leastSeconds }) => {
  const fact = facts.formToken;
  if (typeof fact === 'string') return { reason: REASONS[fact], points: points[REASONS[fact]] };
  if (fact.seconds >= leastSeconds) return undefined;
  return { reason: 'sent-too-fast', points: points['sent-too-fast'] };
};
