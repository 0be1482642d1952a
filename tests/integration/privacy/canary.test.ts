import type { Core } from '@strapi/strapi';
import type { ErasureReceipt } from '../../../src/plugins/privacy/accessor';
import type { PrivacyService } from '../../../src/plugins/privacy/server/src/services/privacy';
import { blindIndexes } from '../../../src/plugins/privacy/server/src/crypto/keyed-hash';
import { startMailServer, type MailServer } from '../mail/mail-server';
import { startWebhooks, type WebhookTest } from '../webhooks/webhooks';
import { BROWSER, CANARY, NOTE, travel } from './journey';
import { recordLogs } from './logs';
import { peopleOf } from './people';
import { createSearch, readEverything, type StoredText } from './traces';

/** Strapi signs members in by their address, and so keeps it as it is: the one exception. */
const IN_CLEAR = ['public.up_users.email'];

let test: WebhookTest;
let strapi: Core.Strapi;
let mails: MailServer;
let logged: string[];
/** The database after the journey, and after the erasure. */
let before: StoredText[];
let after: StoredText[];
let receipt: ErasureReceipt | undefined;
let exported: string;

beforeAll(async () => {
  mails = await startMailServer();
  test = await startWebhooks({
    SMTP_URL: mails.url,
    MAIL_FROM: 'no-reply@academy.example.org',
    RATE_LIMIT_ENQUIRIES: '1000',
  });
  ({ strapi } = test);
  const logs = recordLogs(strapi);
  try {
    const query = { email: CANARY.email, receipts: [await travel(test, mails)] };
    before = await readEverything(strapi);
    exported = JSON.stringify(await peopleOf(strapi).export(query));
    receipt = await peopleOf(strapi).erase(query);
    await test.deliver();
  } finally {
    logs.stop();
  }
  logged = logs.lines;
  after = await readEverything(strapi);
});

afterAll(async () => {
  await test.stop();
  await mails.goAway();
});

const find = createSearch([...Object.values(CANARY), NOTE, BROWSER]);

/** Where what the person wrote can be read, as `place: what`. */
function readable(texts: StoredText[]): string[] {
  return texts.flatMap(({ place, text }) => {
    const found = find(text);
    return found === undefined ? [] : [`${place}: ${found}`];
  });
}

/** All that was derived from what the person wrote, and stood in the database. */
function derived(): string[] {
  const encrypted = /^v1\.[\w-]{1,32}\.[\w-]{16}\.[\w-]{22,}$/;
  const places = [
    ...['enquiries.fingerprint', 'enquiries.email_blind_index', 'webhook_attempts.answer'],
    ...['webhook_events.personal_body', 'up_users.password', 'up_users.reset_password_token'],
    ...['enquiry_idempotency_keys.key_hash', 'enquiry_idempotency_keys.body_hash'],
    // What is left of a consent is its record, which nothing ties to anybody any more.
    ...['consent_subjects.salt', 'consent_subjects.address_hash'],
    'consent_subjects.user_agent_hash',
  ].map((place) => `public.${place}`);
  const kept = before.filter(
    ({ place, text }) =>
      encrypted.test(text) ||
      places.includes(place) ||
      (place.endsWith('rate_limits.key') && text.startsWith('enquiries/email:')),
  );
  const { keys } = strapi.service('plugin::privacy.privacy') as unknown as PrivacyService;
  const column = { table: 'enquiries', column: 'email' };
  return [...kept.map(({ text }) => text), ...blindIndexes(CANARY.email, column, keys)];
}

describe('what a person wrote', () => {
  it('stands nowhere in the database in the clear, in whatever code, but where Strapi needs it', () => {
    expect(readable(before)).toEqual(IN_CLEAR.map((place) => `${place}: ${CANARY.email}`));
  });

  it('was never logged, not even where something failed', () => {
    expect(logged.length).toBeGreaterThan(100);
    expect(logged.filter((line) => find(line) !== undefined)).toEqual([]);
  });

  it('is exported whole', () => {
    for (const text of [...Object.values(CANARY), NOTE])
      expect(exported).toContain(JSON.stringify(text).slice(1, -1));
  });
});

describe('after the erasure', () => {
  it('the receipt verifies', async () => {
    const checks = await peopleOf(strapi).verify(receipt, { email: CANARY.email });
    expect(checks.map(({ isFine }) => isFine)).toEqual([true, true, true, true]);
    expect(receipt?.counts).toMatchObject({ consents: 2, enquiries: 2, members: 1 });
  });

  it('nothing of it is left in any column', () => {
    expect(readable(after)).toEqual([]);
  });

  it('nor anything that was derived from it: neither ciphertexts nor hashes', () => {
    const traces = derived();
    expect(traces.length).toBeGreaterThan(20);
    const left = after.filter(({ text }) => traces.some((trace) => text.includes(trace)));
    expect(left).toEqual([]);
  });

  it('those who had heard of it heard that it is gone', () => {
    const types = test.receiver.received.map(({ body }) => (JSON.parse(body) as Event).type);
    expect(types.filter((type) => type === 'enquiry.erased')).toHaveLength(1);
  });
});

interface Event {
  type: string;
}
