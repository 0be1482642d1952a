import type { Layer } from '../facts';

/** The work that the form asks of a browser was not done, or was done before for another enquiry. */
export const proofOfWork: Layer = (_enquiry, facts, { points }) => {
  if (facts.proofOfWork === 'absent') {
    return { reason: 'no-proof-of-work', points: points['no-proof-of-work'] };
  }
  if (facts.proofOfWork === 'wrong') {
    return { reason: 'wrong-proof-of-work', points: points['wrong-proof-of-work'] };
  }
  return undefined;
};
