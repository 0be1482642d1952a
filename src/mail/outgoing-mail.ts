import type { MailAddress } from './mail-address';
import type { MailContent } from './render';

/** A mail that is ready to be rendered and sent. */
export interface OutgoingMail {
  to: string;
  replyTo: MailAddress | undefined;
  content: MailContent;
}
