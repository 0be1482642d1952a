import { outboxTransport } from '../../src/mail/outbox-transport';
import type { SmtpServer } from '../environment/mail-addresses';
import { publicUrl, readVariables, type Variables } from '../environment/variables';

/** Where mails go that are not sent, in the project; git ignores it. */
const DEFAULT_OUTBOX = '.data/outbox';

/** Limits on what an SMTP server may take, in milliseconds. */
const LIMITS = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
};

/**
 * Few connections, kept for the next mail. One that breaks fails the mail at once: the job that
 * sends it tries again later, and knows when to end.
 */
const POOL = { pool: true, maxConnections: 2, maxRequeues: 0 };

const smtp = ({ auth, ...server }: SmtpServer) => ({
  ...server,
  ...(auth && { auth }),
  ...POOL,
  ...LIMITS,
});

/** `Name <address>` as a mail's header has it. */
function sender(variables: Variables): string {
  const { name, address } = variables.MAIL_FROM ?? {
    name: '',
    address: `no-reply@${new URL(publicUrl(variables)).hostname}`,
  };
  return name === '' ? address : `"${name.replaceAll(/["\\]/g, '')}" <${address}>`;
}

/**
 * Outgoing mail: to the server of SMTP_URL, or into a folder, one file each. Both go through the
 * nodemailer provider, which takes a transport for its options: a provider of our own would have to
 * lie at a path in lower case, since Strapi lowers the case of a provider's name.
 */
export default () => {
  const variables = readVariables();
  const { SMTP_URL, MAIL_OUTBOX, NODE_ENV } = variables;
  const outbox = MAIL_OUTBOX ?? DEFAULT_OUTBOX;
  return {
    config: {
      provider: 'nodemailer',
      providerOptions: SMTP_URL ? smtp(SMTP_URL) : outboxTransport(outbox),
      settings: { defaultFrom: sender(variables) },
      /** The folder, where production writes mails to one that nobody has asked for. */
      unexpectedOutbox: NODE_ENV === 'production' && !SMTP_URL && !MAIL_OUTBOX ? outbox : undefined,
    },
  };
};
