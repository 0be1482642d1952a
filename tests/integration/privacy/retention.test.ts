import type { Core } from '@strapi/strapi';
import { readRetention } from '../../../src/plugins/privacy/server/src/retention/policy';
import type { RetentionService } from '../../../src/plugins/privacy/server/src/services/retention';
import { startDesk, type Desk } from '../enquiry/desk';
import { removeEnquiries, storeEnquiry } from '../enquiry/enquiries';
import { subscribe } from '../enquiry/announced-events';
import { countRows } from './people';

const YEAR = 365.25 * 24 * 60 * 60 * 1000;
const ago = (years: number) => new Date(Date.now() - years * YEAR).toISOString();

let desk: Desk;
let strapi: Core.Strapi;
let retention: RetentionService;

beforeAll(async () => {
  desk = await startDesk();
  ({ strapi } = desk.running);
  retention = strapi.plugin('privacy').service<RetentionService>('retention');
  await subscribe(strapi);
  await strapi.db.connection('webhook_endpoints').update({ event_types: ['enquiry.erased'] });
});

afterAll(() => desk.running.stop());

beforeEach(async () => {
  await removeEnquiries(strapi);
  await strapi.db.connection.raw(
    'TRUNCATE privacy_retention_due, privacy_retention_runs; DELETE FROM webhook_events',
  );
});

/** A night's run. */
const run = (signal = new AbortController().signal) => retention.run(signal);

/** Lets days pass since everything was announced. */
const waitDays = (days: number) =>
  strapi.db.connection.raw(
    `UPDATE privacy_retention_due SET announced_at = announced_at - make_interval(days => ${days})`,
  );

const references = async () => {
  const rows = await strapi.documents('api::enquiry.enquiry').findMany({ sort: 'reference' });
  return rows.map(({ reference }) => reference);
};

describe('the nightly run', () => {
  it('announces what was last needed three years ago, and erases it a week later', async () => {
    const old = await storeEnquiry(strapi, { createdAt: ago(3.1) });
    const young = await storeEnquiry(strapi, { createdAt: ago(2.9) });
    await run();
    expect(await references()).toEqual([old.reference, young.reference]);
    expect(await retention.report()).toMatchObject({
      noticeDays: 7,
      policies: [{ name: 'enquiries', after: 'P3Y' }],
      lastRun: {
        finishedAt: expect.any(Date),
        found: { enquiries: { due: 1, announced: 1, toErase: 0 } },
        erased: { enquiries: 0 },
      },
      due: [{ contentType: 'enquiries', reference: old.reference }],
    });
    await waitDays(6);
    await run();
    expect(await references()).toEqual([old.reference, young.reference]);
    await waitDays(1);
    await run();
    expect(await references()).toEqual([young.reference]);
    expect(await retention.report()).toMatchObject({
      lastRun: {
        found: { enquiries: { due: 1, announced: 0, toErase: 1 } },
        erased: { enquiries: 1 },
      },
      due: [],
    });
  });

  it('erases nothing that was needed since it was announced', async () => {
    const { id, reference } = await storeEnquiry(strapi, { createdAt: ago(4) });
    await run();
    await waitDays(30);
    await strapi.db
      .query('api::enquiry.enquiry')
      .update({ where: { id }, data: { reopenedAt: ago(0.1) } });
    await run();
    expect(await references()).toEqual([reference]);
    expect((await retention.report()).due).toEqual([]);
  });

  it.each(['answeredAt', 'reopenedAt'])('counts from the latest contact: %s', async (name) => {
    const { reference } = await storeEnquiry(strapi, { createdAt: ago(9), [name]: ago(2) });
    await run();
    await waitDays(30);
    await run();
    expect(await references()).toEqual([reference]);
  });

  it('records each erasure as any other, and others hear of it', async () => {
    const before = await countRows(strapi, 'privacy_erasures');
    for (let count = 0; count < 3; count += 1)
      await storeEnquiry(strapi, { createdAt: ago(4), message: `Number ${count}` });
    await run();
    await waitDays(7);
    await run();
    expect(await countRows(strapi, 'privacy_erasures')).toBe(before + 1);
    const row = await strapi.db
      .connection('privacy_erasures')
      .orderBy('erased_at', 'desc')
      .first<{ subject: string | null; items: string[]; counts: string }>();
    expect(row).toMatchObject({ subject: null, items: { length: 3 } });
    expect(await countRows(strapi, 'webhook_events')).toBe(3);
  });

  it('stops where the process does, and goes on in the next night', async () => {
    const { reference } = await storeEnquiry(strapi, { createdAt: ago(4) });
    await run();
    await waitDays(7);
    await run(AbortSignal.abort());
    expect(await references()).toEqual([reference]);
    expect((await retention.report()).lastRun?.finishedAt).toBeNull();
    await run();
    expect(await references()).toEqual([]);
  });

  it('finds what is due by an index', async () => {
    const { rows } = await strapi.db.connection.transaction(async (transaction) => {
      await transaction.raw('SET LOCAL enable_seqscan = off');
      return transaction.raw<{ rows: object[] }>(
        `EXPLAIN SELECT FROM enquiries row
         WHERE (row.created_at < now() OR row.created_at IS NULL)
           AND (row.answered_at < now() OR row.answered_at IS NULL)`,
      );
    });
    expect(JSON.stringify(rows)).toContain('enquiries_received');
  });
});

describe('a policy that makes no sense stops the start', () => {
  const enquiries = (policy: unknown) => ({
    noticeDays: 7,
    contentTypes: { 'api::enquiry.enquiry': policy },
  });

  it.each([
    [enquiries({ after: '3 years', since: ['createdAt'] }), /ISO 8601 duration/],
    [enquiries({ after: 'P0D', since: ['createdAt'] }), /above zero/],
    [enquiries({ after: 'P1Y', since: [] }), /at least one/],
    [enquiries({ after: 'P1Y', since: ['email'] }), /no attribute "email" with a date/],
    [enquiries({ after: 'P1Y', since: ['createdAt'], more: 1 }), /of api::enquiry.enquiry.*more/s],
    [{ noticeDays: 0, contentTypes: {} }, /noticeDays/],
    [{ noticeDays: 7, contentTypes: { 'api::none.none': false } }, /no content type api::none/],
  ])('%j', (settings, message) => {
    const name = 'plugin::privacy.retention';
    const before: unknown = strapi.config.get(name);
    strapi.config.set(name, settings);
    try {
      expect(() => readRetention(strapi)).toThrow(message);
    } finally {
      strapi.config.set(name, before);
    }
  });
});
