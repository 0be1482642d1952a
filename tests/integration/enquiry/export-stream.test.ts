import { parse } from 'csv-parse/sync';
import { get, type IncomingMessage } from 'node:http';

import { createApiToken, type Credentials } from '../../helpers/accounts';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { removeEnquiries } from './enquiries';

let running: RunningStrapi;
let token: Credentials;

beforeAll(async () => {
  running = await startStrapi();
  token = await createApiToken(running.strapi, ['api::enquiry.enquiry.exportCsv']);
});

afterAll(async () => {
  await running.stop();
});

beforeEach(async () => {
  await removeEnquiries(running.strapi);
});

afterEach(() => jest.restoreAllMocks());

const request = (query = '') => running.request.get(`/api/enquiries/export.csv${query}`).set(token);

/** The references of an export's rows. */
async function references(query?: string): Promise<string[]> {
  const { text } = await request(query).expect(200);
  const rows: { reference: string }[] = parse(text, { bom: true, columns: true });
  return rows.map(({ reference }) => reference);
}

/** Stores many enquiries at once: and so on. */
async function insertEnquiries(count: number): Promise<void> {
  await running.strapi.db.connection.raw(
    `INSERT INTO enquiries (document_id, reference, kind, name, email, message, state, created_at)
     SELECT 'document' || n, 'R-' || n, 'other', 'N', 'n@example.org', 'M', 'new', now()
       FROM generate_series(1, ?::integer) n`,
    [count],
  );
}

describe('an export of many enquiries', () => {
  it('has each of them once, also where many came in at the same moment', async () => {
    await insertEnquiries(1201);
    const expected = Array.from({ length: 1201 }, (_, index) => `R-${index + 1}`);
    expect(await references()).toEqual(expected);
  });

  it('has them in the order in which they came in, within times finer than milliseconds', async () => {
    await insertEnquiries(1100);
    await running.strapi.db.connection.raw(`
      UPDATE enquiries
         SET created_at = timestamp '2026-01-31 12:00' - substr(reference, 3)::integer
                          * interval '1 microsecond'`);
    const expected = Array.from({ length: 1100 }, (_, index) => `R-${1100 - index}`);
    expect(await references('?from=2026-01-31&to=2026-01-31')).toEqual(expected);
  });

  it('finds each page by the index, also in the middle of a large table', async () => {
    await insertEnquiries(5000);
    const { connection } = running.strapi.db;
    await connection.raw('ANALYZE enquiries');
    const explained: Promise<{ rows: { 'QUERY PLAN': string }[] }>[] = [];
    const explain = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => {
      if (!sql.includes('(created_at, id) >') || sql.includes('EXPLAIN')) return;
      const query = `EXPLAIN ${sql.replace(/\$\d/g, '?')}`;
      explained.push(Promise.resolve(connection.raw(query, bindings as string[])));
    };
    connection.on('query', explain);
    await request('?from=2026-01-01').expect(200);
    connection.off('query', explain);
    expect(explained.length).toBeGreaterThan(10);
    const plans = (await Promise.all(explained)).flatMap(({ rows }) => rows);
    const plan = plans.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('enquiries_received');
    expect(plan).not.toMatch(/Sort|Seq Scan/);
  });

  it('reads no further when its client goes away', async () => {
    await insertEnquiries(20_000);
    const reads = jest.spyOn(running.strapi.db, 'query');
    const log = jest.spyOn(running.strapi.log, 'error');
    const brokenOff = new Promise((resolve) => {
      jest.spyOn(running.strapi.log, 'info').mockImplementation((message) => {
        resolve(message);
        return running.strapi.log;
      });
    });
    const url = `${running.url}/api/enquiries/export.csv`;
    const answer = await new Promise<IncomingMessage>((resolve) => {
      get(url, { headers: token }, resolve);
    });
    answer.destroy();
    expect(await brokenOff).toContain('broken off');
    expect(reads.mock.calls.length).toBeLessThan(20);
    expect(log).not.toHaveBeenCalled();
    await references('?from=2999-01-01');
  });
});

describe('an export for which the database fails', () => {
  /** Lets a number of reads of enquiries pass, and fails those after them. */
  function failAfter(reads: number): void {
    const query = running.strapi.db.query.bind(running.strapi.db);
    let done = 0;
    jest.spyOn(running.strapi.db, 'query').mockImplementation((uid) => {
      if (uid !== 'api::enquiry.enquiry' || (done += 1) <= reads) return query(uid);
      return { findMany: () => Promise.reject(new Error('The database went away')) } as never;
    });
  }

  beforeEach(() => insertEnquiries(600));

  it('is answered as an error when that happens at once', async () => {
    failAfter(0);
    jest.spyOn(running.strapi.log, 'error').mockReturnValue(running.strapi.log);
    const { body, headers } = await request().expect(500);
    expect(body).toMatchObject({ data: null, error: { status: 500 } });
    expect(headers['content-type']).toMatch('application/json');
    expect(headers).not.toHaveProperty('content-disposition');
  });

  it('breaks off when that happens on the way, so that a part never passes for the whole', async () => {
    failAfter(1);
    const log = jest.spyOn(running.strapi.log, 'error').mockReturnValue(running.strapi.log);
    // Koa reports what happens after the headers have gone.
    jest.spyOn(console, 'error').mockReturnValue();
    await expect(request()).rejects.toThrow('aborted');
    expect(log).toHaveBeenCalledWith(expect.stringContaining('export of enquiries'));
    jest.restoreAllMocks();
    await request().expect(200);
  });
});
