import type { Facts, JudgedEnquiry, Layer } from './facts';
import { busyAddress, busyEmail } from './layers/busy-sender';
import { disposableEmail } from './layers/disposable-email';
import { formToken } from './layers/form-token';
import { honeypot } from './layers/honeypot';
import { linkInName } from './layers/link-in-name';
import { linkMarkup } from './layers/link-markup';
import { manyLinks } from './layers/many-links';
import { mostlyLinks } from './layers/mostly-links';
import { proofOfWork } from './layers/proof-of-work';
import type { SpamReason } from '../../../lib/spam-reasons';
import type { SpamSettings } from './settings';

/** Every way to look at an enquiry; each is asked, so that the desk sees all that was found. */
const LAYERS: readonly Layer[] = [
  honeypot,
  formToken,
  proofOfWork,
  manyLinks,
  mostlyLinks,
  linkMarkup,
  linkInName,
  disposableEmail,
  busyAddress,
  busyEmail,
];

/** What is stored with an enquiry. */
export interface Verdict {
  state: 'new' | 'spam';
  /** From 0, nothing was found, to 100. */
  spamScore: number;
  /** What was found, the weightiest first. */
  spamReasons: SpamReason[];
}

/** Judges an enquiry: adds up what every layer finds. It decides nothing for good: the desk does. */
export function judge(enquiry: JudgedEnquiry, facts: Facts, settings: SpamSettings): Verdict {
  const signals = LAYERS.flatMap((layer) => layer(enquiry, facts, settings) ?? [])
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
  const sum = signals.reduce((total, { points }) => total + points, 0);
  return {
    state: sum >= settings.threshold ? 'spam' : 'new',
    spamScore: Math.min(100, Math.round(sum)),
    spamReasons: signals.map(({ reason }) => reason),
  };
}
