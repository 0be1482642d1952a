import type { MailContent } from './render';

/** A name and an address, kept apart: neither can be taken for the other. */
export interface Address {
  name: string;
  address: string;
}

/** A mail that is ready to be rendered and sent. */
export interface OutgoingMail {
  to: string;
  replyTo: Address | undefined;
  content: MailContent;
}
