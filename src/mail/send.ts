import type { OutgoingMail } from './outgoing-mail';
import type { RenderedMail } from './render';

/** The part of Strapi's e-mail service that is called here; its types know less than nodemailer. */
interface EmailService {
  send(mail: object): Promise<unknown>;
}

/** Strapi's e-mail plugin, with what nodemailer's provider adds. */
interface EmailPlugin {
  provider: { close(): unknown };
}

/** `Name <address>` or an address alone, as the settings have it. */
const SENDER = /^(?:"(.*)" <)?([^<>]+?)>?$/;

/** The sender that the settings name; where they leave out the name, that of the site. */
function senderOf(siteName: string): { name: string; address: string } {
  const sender = strapi.config.get<string>('plugin::email.settings.defaultFrom');
  const [, name = siteName, address = sender] = SENDER.exec(sender) ?? [];
  return { name, address };
}

/**
 * Waits for some work, but not beyond the end of the process: a server that hangs must not hold it up.
 * @throws Error when the process ends first; whether the mail was sent is not known then
 */
export async function untilStopped(work: Promise<void>, signal: AbortSignal): Promise<void> {
  let stop: () => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(Object.assign(new Error('The process stops.'), { code: 'ESTOPPED' }));
  });
  signal.addEventListener('abort', stop);
  try {
    if (signal.aborted) stop();
    await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Sends one mail through Strapi's e-mail plugin.
 * @param id what the mail is about: the same id gives the same Message-ID, by which a mailbox can
 *   tell that it has the mail already
 * @throws Error of nodemailer where the server does not take it
 */
export async function send(
  { to, replyTo, content }: OutgoingMail,
  rendered: RenderedMail,
  id: string,
): Promise<void> {
  const from = senderOf(content.sender.name);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  await strapi
    .plugin('email')
    .service<EmailService>('email')
    .send({
      from,
      to: { name: '', address: to },
      replyTo,
      ...rendered,
      messageId: `<${id}@${domain}>`,
      headers: {
        'Content-Language': content.locale,
        // No answering machine should answer: RFC 3834, section 5, and what Exchange reads.
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
      },
    });
}

/** Ends the connections to the SMTP server that wait for the next mail. */
export function closeConnections(): void {
  (strapi.plugin('email') as unknown as Partial<EmailPlugin>).provider?.close();
}
