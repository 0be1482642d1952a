import { z } from 'zod';
import { isClosedDay, parseOpeningWeek } from '../../src/lib/opening-hours';
import { isTimeZone } from '../../src/lib/standards';
import { mailbox, smtpAddress } from './mail-addresses';

/**
 * Every environment variable that Prospectus reads, with its meaning, its default and its check.
 * Files in `config/` are the only ones that may read `process.env`; all of them read it from here.
 */

const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true');

const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

const positive = z.coerce
  .number({ error: 'must be a positive number' })
  .positive({ error: 'must be a positive number' });

const httpAddress = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' });

/** Origins as browsers send them: scheme, host and port alone. */
const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;
const origins = list.refine((all) => all.every(isOrigin), {
  error:
    'must be origins such as https://www.example.org, separated by commas, without a path; ' +
    '* would let any website act with the rights of who is signed in',
});

const openingWeek = z.string().transform((text, context) => {
  const week = parseOpeningWeek(text);
  if (week) return week;
  context.addIssue('must be hours such as Mon-Thu 09:00-17:00, Fri 09:00-13:00');
  return z.NEVER;
});

const variables = z.object({
  /** `production`, `development` or `test`. */
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  /** Address that the server listens on. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Port that the server listens on. */
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(1).max(65_535).default(1337),
  /** PostgreSQL to use. The npm commands set it to the embedded server where it is unset. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }),
  /** Most connections that one process opens. */
  DATABASE_POOL_MAX: z.coerce.number().int().min(2).default(10),
  /** Address that visitors use, for links; unset: `http://HOST:PORT`. */
  PUBLIC_URL: httpAddress.optional(),
  /** Origins that a browser may call the API from; unset: the public address. */
  CORS_ORIGINS: origins.optional(),
  /** Addresses or networks whose `X-Forwarded-For` is believed. */
  TRUSTED_PROXIES: list.default([]),
  /** Enquiries that one address may send in an hour. */
  RATE_LIMIT_ENQUIRIES: positive.default(20),
  /** Enquiries that may come with one e-mail address in an hour; unset: see config/enquiries.ts. */
  RATE_LIMIT_ENQUIRIES_PER_EMAIL: positive.optional(),
  /** Enquiries that the desk takes in an hour, from all visitors; unset: see config/enquiries.ts. */
  RATE_LIMIT_ENQUIRIES_TOTAL: positive.optional(),
  /** Requests about consents that one address may send in an hour. */
  RATE_LIMIT_CONSENTS: positive.default(300),
  /** Whether the enquiry form asks browsers for a proof of work. */
  ENQUIRY_PROOF_OF_WORK: z
    .enum(['off', 'optional', 'required'], { error: 'must be off, optional or required' })
    .default('off'),
  /** Time zone of the enquiry desk, in which its hours and closed days count. */
  DESK_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone such as Europe/Paris')
    .default('UTC'),
  /** When the enquiry desk works. */
  DESK_HOURS: openingWeek.prefault('Mon-Fri 09:00-17:00'),
  /** Days on which the desk is closed: of one year, `2026-12-24`, or of every year, `12-25`. */
  DESK_CLOSED_DAYS: list
    .refine((days) => days.every(isClosedDay), 'must be days such as 2026-12-24 or 12-25')
    .default([]),
  /** Whether webhooks may go to private addresses: for development and tests. */
  WEBHOOKS_ALLOW_PRIVATE_TARGETS: flag.default(false),
  /** SMTP server for outgoing mail; unset: mails are written to MAIL_OUTBOX. */
  SMTP_URL: smtpAddress.optional(),
  /** Sender of all mails; unset, where nothing is really sent: an address at the public host. */
  MAIL_FROM: mailbox.optional(),
  /** Folder that mails are written to where SMTP_URL is unset; relative to the project. */
  MAIL_OUTBOX: z.string().min(1).optional(),
  /** Least important log level that is written. */
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'http', 'debug', 'silly']).optional(),
  /** Whether this process works off background and scheduled jobs. */
  CRON_ENABLED: flag.default(true),
});

const environment = variables.refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
  path: ['MAIL_FROM'],
  error: 'must be set where SMTP_URL is: servers refuse senders that they do not know',
});

/** The checked environment: one typed property per variable. */
export type Variables = z.infer<typeof environment>;

/** Thrown at start when the environment does not make sense; the message lists every mistake. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

/**
 * Reads and checks the environment. An empty variable counts as unset.
 * @throws ConfigurationError naming each variable that is wrong, and what it should be
 */
export function readVariables(values: NodeJS.ProcessEnv = process.env): Variables {
  const filled = Object.entries(values).filter(([, value]) => value?.trim());
  const result = environment.safeParse(Object.fromEntries(filled));
  if (result.success) return result.data;
  const mistakes = result.error.issues.map(
    (issue) => `  ${issue.path.join('.')}: ${issue.message}`,
  );
  throw new ConfigurationError(`The environment is not usable:\n${mistakes.join('\n')}`);
}

/** Hosts that mean "every address of this machine": fine to listen on, none to send a visitor to. */
const WILDCARD_HOSTS = new Set(['0.0.0.0', '::']);

/** The host as it stands in an address. */
function hostInUrl(host: string): string {
  if (WILDCARD_HOSTS.has(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** The address that visitors use, without a slash at its end. */
export function publicUrl({ PUBLIC_URL, HOST, PORT }: Variables): string {
  return (PUBLIC_URL ?? `http://${hostInUrl(HOST)}:${PORT}`).replace(/\/+$/, '');
}
