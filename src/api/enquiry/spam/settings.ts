import type { SpamReason } from '../../../lib/spam-reasons';

/** How enquiries are judged; the figures and their reasons are in `config/enquiries.ts`. */
export interface SpamSettings {
  /** The score from which an enquiry is spam. */
  threshold: number;
  /** A form that comes back sooner after it was shown was not filled in by a person. */
  leastSeconds: number;
  /** What each sign adds to the score; 0 switches it off. */
  points: Record<SpamReason, number>;
  links: { free: number; charactersPerLink: number; mostPoints: number; leastLetters: number };
  /** Share of its limit from which an address or e-mail address counts as busy, from 0 to 1. */
  busyShare: number;
  /** Hosts that a link may lead to without counting. */
  ownHosts: string[];
  /** Domains on lists of disposable ones that are none. */
  forwardingServices: string[];
}

/** How long a form may stay open. */
export interface FormTokenSettings {
  lifetimeSeconds: number;
}

/** What a browser is asked to compute before it may send. */
export interface ProofOfWorkSettings {
  /** Off: nobody is asked. Optional, required: its absence adds a little, or enough for spam. */
  mode: 'off' | 'optional' | 'required';
  /** Rounds of PBKDF2 in one attempt. */
  cost: number;
  /** How many attempts a solution takes. */
  attempts: { least: number; most: number };
  lifetimeSeconds: number;
}

/** How many enquiries are taken, each in the time of `seconds`. */
export interface LimitSettings {
  seconds: number;
  /** Enquiries of one address. */
  perAddress: number;
  /** Enquiries with one e-mail address. */
  perEmail: number;
  /** Enquiries that reach the desk, of all visitors. */
  total: number;
  /** Requests of one address, whatever becomes of them. */
  requests: number;
}

/** What `config/enquiries.ts` says. */
export interface EnquirySettings {
  limits: LimitSettings;
  formToken: FormTokenSettings;
  proofOfWork: ProofOfWorkSettings;
  spam: SpamSettings;
}

/** The settings of the running application. */
export function enquirySettings(): EnquirySettings {
  return strapi.config.get<EnquirySettings>('enquiries');
}
