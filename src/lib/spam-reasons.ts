/** What raises the spam score of an enquiry, as it is stored with it, and what that means. */
export const SPAM_REASONS = {
  honeypot: 'A field was filled in that people cannot see.',
  'no-form-token': 'It did not come from the form on the website.',
  'form-token-expired': 'The form was open for longer than a day.',
  'form-token-forged': 'The form token is not one of ours.',
  'form-token-reused': 'The same form was sent before.',
  'sent-too-fast': 'The form came back sooner than anybody can fill it in.',
  'many-links': 'The message has more links than one of its length usually has.',
  'mostly-links': 'The message says hardly anything beside its links.',
  'link-markup': 'Links are written in BBCode or HTML, as advertisements for forums are.',
  'link-in-name': 'The name is a link.',
  'busy-address': 'Many enquiries came from the same network address within the hour.',
  'busy-email': 'Many enquiries came with the same e-mail address within the hour.',
  'disposable-email': 'The e-mail address is of a service for throw-away addresses.',
  'no-proof-of-work': 'The browser did not do the work that the form asks for.',
  'wrong-proof-of-work': 'The work that the form asks for was done wrong, or for another enquiry.',
} as const;

/** A sign that an enquiry may be spam. */
export type SpamReason = keyof typeof SPAM_REASONS;
