import { z } from 'zod';

/** The SMTP server of SMTP_URL, in the terms of nodemailer. */
export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte (smtps); otherwise STARTTLS where the server offers it. */
  secure: boolean;
  /** Whether nothing is sent without STARTTLS. */
  requireTLS: boolean;
  auth: { user: string; pass: string } | undefined;
}

/** Ports of message submission: STARTTLS and TLS from the first byte (RFC 8314, section 3.3). */
const SUBMISSION_PORT = 587;
const SUBMISSIONS_PORT = 465;

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9_]([a-z0-9_.-]*[a-z0-9])?)$/i;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/i;

/** The text behind percent-encoding; undefined where it is no valid one. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** What is wrong with the parts of an SMTP address; undefined where nothing is. */
function fault(url: URL): string | undefined {
  if (!['smtp:', 'smtps:'].includes(url.protocol)) return 'must begin with smtp:// or smtps://';
  if (!HOST.test(url.hostname)) return 'must name a host, as smtp://mail.example.org does';
  if (url.port === '0') return 'must name a port from 1 to 65535';
  if (!/^\/?$/.test(url.pathname) || url.search || url.hash) {
    return 'ends with the port; in a name or password write /, ?, # and @ as %2F, %3F, %23 and %40';
  }
  if ((url.username === '') !== (url.password === ''))
    return 'needs a name and a password, or none';
  const credentials = [decode(url.username), decode(url.password)];
  return credentials.includes(undefined) ? 'has a % that must be written as %25' : undefined;
}

function toServer(url: URL): SmtpServer {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'smtps:';
  const hasCredentials = url.username !== '';
  return {
    host,
    port: Number(url.port) || (secure ? SUBMISSIONS_PORT : SUBMISSION_PORT),
    secure,
    // A password does not travel in clear text, except inside this machine.
    requireTLS: hasCredentials && !secure && !LOOPBACK.test(host),
    auth: hasCredentials
      ? { user: decode(url.username) ?? '', pass: decode(url.password) ?? '' }
      : undefined,
  };
}

/**
 * `smtp://name:password@host:port` or `smtps://…`; the port is 587 or 465 where it is left out. What
 * is wrong with it is said without repeating it: it may hold a password.
 */
export const smtpAddress = z.string().transform((text, context): SmtpServer => {
  const url = URL.parse(text.trim());
  const message = url ? fault(url) : 'must be an smtp:// or smtps:// address';
  if (url && !message) return toServer(url);
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** A sender: an address, and the name that mail programs show for it. */
export interface Mailbox {
  name: string;
  address: string;
}

const email = z.email();

/** `desk@example.org` or `Name <desk@example.org>`. */
export const mailbox = z.string().transform((text, context): Mailbox => {
  const [, quoted = '', bracketed] = /^([^<>\r\n]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
  const address = (bracketed ?? text).trim();
  if (email.safeParse(address).success) {
    return { name: quoted.trim().replace(/^"(.*)"$/, '$1'), address };
  }
  const message = 'must be an e-mail address, such as Academy <no-reply@example.org>';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});
