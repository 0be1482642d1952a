import type { AddressInfo } from 'node:net';

import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** The command of a mail that gets a refusal for an answer. */
type Command = 'MAIL' | 'RCPT' | 'DATA';

/** A real SMTP server of a test. */
export interface MailServer {
  /** What SMTP_URL is set to. */
  url: string;
  /** What it has accepted, in order. */
  mails: ParsedMail[];
  /** The envelope recipients of each accepted mail. */
  recipients: string[][];
  /** What it refuses mails with, while it is set. */
  refusal: { at: Command; code: number; message: string } | undefined;
  /** How many mails clients have begun. */
  attempts: number;
  /** Goes away; connections break. */
  goAway(): Promise<void>;
  /** Is there again, at the same port. */
  comeBack(): Promise<void>;
}

/** The mail that went to an address. @throws Error where it is not exactly one */
export function mailTo({ mails, recipients }: MailServer, address: string): ParsedMail {
  const found = mails.filter((_, index) => recipients[index]?.includes(address));
  const [mail] = found;
  if (!mail || found.length > 1) throw new Error(`${found.length} mails to ${address}`);
  return mail;
}

/** Starts a server on a free port. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  let port = 0;
  let smtp: SMTPServer;

  const refuse = (at: Command) => {
    const { refusal } = server;
    if (refusal?.at !== at) return undefined;
    return Object.assign(new Error(refusal.message), { responseCode: refusal.code });
  };

  const listen = () =>
    new Promise<void>((resolve) => {
      smtp = new SMTPServer({
        authOptional: true,
        // The server's own certificate is signed by nobody.
        disabledCommands: ['STARTTLS'],
        closeTimeout: 10,
        onMailFrom(_address, _session, done) {
          server.attempts += 1;
          done(refuse('MAIL'));
        },
        onRcptTo: (_address, _session, done) => done(refuse('RCPT')),
        onData(stream, session, done) {
          void simpleParser(stream).then((mail) => {
            const refusal = refuse('DATA');
            if (!refusal) {
              server.mails.push(mail);
              server.recipients.push(session.envelope.rcptTo.map(({ address }) => address));
            }
            done(refusal);
          });
        },
        ...options,
      });
      // Clients that break off are a part of what is tested.
      smtp.on('error', () => undefined);
      const { server: socket } = smtp as unknown as { server: { address(): AddressInfo } };
      smtp.listen(port, '127.0.0.1', () => {
        port = socket.address().port;
        resolve();
      });
    });

  const server: MailServer = {
    url: '',
    mails: [],
    recipients: [],
    refusal: undefined,
    attempts: 0,
    goAway: () => new Promise<void>((resolve) => smtp.close(resolve)),
    comeBack: listen,
  };
  await listen();
  server.url = `smtp://127.0.0.1:${port}`;
  return server;
}
