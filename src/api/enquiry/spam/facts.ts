import type { SpamReason } from '../../../lib/spam-reasons';
import type { SpamSettings } from './settings';

/** What the token says of the form that an enquiry came from. */
export type FormTokenFact =
  | 'absent'
  | 'forged'
  | 'expired'
  | 'reused'
  | { /** How long the visitor had the form. */ seconds: number };

/** What became of the proof of work; `not-asked` where it is switched off. */
export type ProofOfWorkFact = 'not-asked' | 'absent' | 'wrong' | 'done';

/** How many enquiries came in lately, this one included, and how many may. */
export interface Rate {
  count: number;
  limit: number;
}

/** What is known of an enquiry beside its own words. */
export interface Facts {
  formToken: FormTokenFact;
  proofOfWork: ProofOfWorkFact;
  address: Rate;
  email: Rate;
}

/** The parts of an enquiry that are judged. */
export interface JudgedEnquiry {
  name: string;
  email: string;
  message: string;
  /** The honeypot. */
  website?: string | undefined;
}

/** A sign that an enquiry may be spam. */
export interface Signal {
  reason: SpamReason;
  points: number;
}

/** One way to look at an enquiry. */
export type Layer = (
  enquiry: JudgedEnquiry,
  facts: Facts,
  settings: SpamSettings,
) => Signal | undefined;
