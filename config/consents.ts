import { readVariables } from './environment/variables';

const HOUR_IN_SECONDS = 60 * 60;

/** How consents are taken and kept. */
export default () => ({
  /**
   * Calendar months after which a visitor is asked again; refusals count as long. Six is what the
   * French authority recommends (CNIL, guidelines on cookies of 17 September 2020).
   */
  lifetimeMonths: 6,
  /** Months after its end for which address, user agent and member of a consent are kept, hashed. */
  subjectMonths: 6,
  /** Hours for which a policy that was replaced is accepted: pages stay open. */
  policyGraceHours: 24,
  limits: {
    seconds: HOUR_IN_SECONDS,
    /** Requests of one address, behind which a whole office or classroom may be. */
    requests: readVariables().RATE_LIMIT_CONSENTS,
  },
});
