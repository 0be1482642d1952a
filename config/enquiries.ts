import type { SpamReason } from '../src/lib/spam-reasons';
import { publicUrl, readVariables } from './environment/variables';

const SECOND = 1;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * What each sign adds to the score of an enquiry, from 0 to 100; 0 switches the sign off. At the
 * threshold the enquiry is set aside as spam.
 *
 * A sign that a person can give by accident stays below the threshold, also together with the
 * missing form token of a program that is not a browser. See docs/spam.md.
 */
const points = {
  // Nobody sees the field: whatever fills it in reads the page's code and not the page.
  honeypot: 100,

  // Most programs post without the form. So do honest integrations, which need not send one.
  'no-form-token': 10,
  // A tab that was left open overnight.
  'form-token-expired': 5,
  // Made up. Or signed with a key that was replaced since, which is nobody's fault.
  'form-token-forged': 35,
  // One form, sent again and again. Or a visitor who sends a correction from the same page.
  'form-token-reused': 25,
  // Nobody reads and fills in a form in so short a time. A browser that fills it in comes close.
  'sent-too-fast': 40,

  // For each link over what a message of its length may have. Visitors link to one or two pages.
  'many-links': 15,
  // A message that is hardly more than its links.
  'mostly-links': 30,
  // BBCode and HTML are the language of programs that post to every form of the web alike.
  'link-markup': 45,
  // A name that is an advertisement.
  'link-in-name': 45,

  // An office behind one address is busy, too.
  'busy-address': 15,
  // One person asks several things, and a program gives one address again and again.
  'busy-email': 20,
  // Made to be thrown away. So is the caution of somebody who fears advertisements.
  'disposable-email': 20,

  // Browsers without JavaScript cannot do it.
  'no-proof-of-work': 15,
  // A solution that solves nothing, or that came before.
  'wrong-proof-of-work': 35,
} satisfies Record<SpamReason, number>;

/** Domains on lists of disposable ones whose addresses lead to one person's mailbox for good. */
const forwardingServices = [
  ...['duck.com', 'mozmail.com', 'relay.firefox.com'],
  ...['simplelogin.com', 'aleeas.com', 'passmail.net', 'passmail.com', 'passinbox.com'],
  ...['addy.io', 'anonaddy.me', '33mail.com'],
];

/** How enquiries are limited, and judged. Every figure here may be changed. */
export default () => {
  const variables = readVariables();
  const perAddress = variables.RATE_LIMIT_ENQUIRIES;
  const mode = variables.ENQUIRY_PROOF_OF_WORK;
  const own = [publicUrl(variables), ...(variables.CORS_ORIGINS ?? [])];
  return {
    limits: {
      seconds: HOUR,
      /** Enquiries of one address. */
      perAddress,
      /** Enquiries with one e-mail address: never fewer than one visitor may send. */
      perEmail: variables.RATE_LIMIT_ENQUIRIES_PER_EMAIL ?? Math.max(10, perAddress),
      /** Enquiries that reach the desk, from everybody: a thousand an hour is no longer work. */
      total: variables.RATE_LIMIT_ENQUIRIES_TOTAL ?? Math.max(1000, perAddress),
      /** Requests of one address, the refused and repeated ones included. */
      requests: Math.max(200, 10 * perAddress),
    },
    formToken: { lifetimeSeconds: 24 * HOUR },
    proofOfWork: {
      mode,
      /** PBKDF2 rounds of one attempt, and how many attempts it takes: a second on a laptop. */
      cost: 2000,
      attempts: { least: 1000, most: 2000 },
      lifetimeSeconds: HOUR,
    },
    spam: {
      threshold: 50,
      /** A form that comes back sooner after it was shown was not filled in by a person. */
      leastSeconds: 3 * SECOND,
      // Required: an enquiry without it is set aside. It is not refused, so that none is lost.
      points: { ...points, ...(mode === 'required' && { 'no-proof-of-work': 60 }) },
      links: {
        /** Links that any message may have, and for how many characters it may have one more. */
        free: 2,
        charactersPerLink: 500,
        /** The most points that the number of links makes. */
        mostPoints: 75,
        /** A message of fewer letters beside its links is hardly more than them. */
        leastLetters: 15,
      },
      /** Share of a limit from which an address or an e-mail address counts as busy. */
      busyShare: 0.5,
      /** Links to these hosts are no advertisement: the website's own. */
      ownHosts: own.flatMap((address) => (URL.canParse(address) ? new URL(address).hostname : [])),
      forwardingServices,
    },
  };
};
