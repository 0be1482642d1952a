import { parse } from 'csv-parse/sync';

import { createApiToken, signInToPanel, type Credentials } from '../../helpers/accounts';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { removeEnquiries, storeEnquiry, VISITOR } from './enquiries';
import { createSession, createTraining } from './trainings';

const HEADER =
  'reference,receivedAt,kind,status,name,email,phone,company,message,training,session,locale,assignee,dueAt,answeredAt,notes';

const NOTES = [
  { text: 'Hm', author: 'A colleague', writtenAt: '2026-01-02T03:04:05.000Z' },
  { text: 'Aha,\nindeed', author: 'B', writtenAt: '2026-01-03T00:00:00.000Z' },
];

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

const request = (query = '') => running.request.get(`/api/enquiries/export.csv${query}`).set(token);

/** The export as text, byte order mark and all. */
async function exportText(query?: string): Promise<string> {
  return (await request(query).expect(200)).text;
}

/** The export's rows as a spreadsheet reads them. */
async function exportRows(query?: string): Promise<Record<string, string>[]> {
  return parse(await exportText(query), { bom: true, columns: true });
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

describe('the export', () => {
  it('is a CSV file that browsers save and no cache keeps', async () => {
    const { headers } = await request().expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="enquiries.csv"',
      'cache-control': 'no-store',
    });
  });

  it('has a byte order mark, a header and line ends as RFC 4180 has them', async () => {
    expect(await exportText()).toBe(`\uFEFF${HEADER}\r\n`);
  });

  it('has a row for each enquiry in the order in which they came in', async () => {
    const { documentId: training } = await createTraining(running.strapi, 'published', 'Canary');
    const { documentId: session } = await createSession(running.strapi, training);
    const { id: assignee, email } = await signInToPanel(running, 'enquiry-desk');
    const first = await storeEnquiry(running.strapi, { phone: '0100', company: 'Example Ltd' });
    const second = await storeEnquiry(running.strapi, {
      assignee,
      visitorLocale: 'fr',
    });
    await running.strapi.documents('api::enquiry.enquiry').update({
      documentId: second.documentId,
      data: { training, session, state: 'answered', notes: NOTES } as never,
    });
    const rows = await exportRows();
    expect(rows).toEqual([
      {
        reference: first.reference,
        receivedAt: first.createdAt,
        kind: 'other',
        status: 'new',
        ...VISITOR,
        phone: '0100',
        company: 'Example Ltd',
        training: '',
        session: '',
        locale: '',
        assignee: '',
        dueAt: first.dueAt,
        answeredAt: '',
        notes: '',
      },
      expect.objectContaining({
        reference: second.reference,
        status: 'answered',
        training: 'Canary',
        session: '2030-03-01T09:00:00.000Z',
        locale: 'fr',
        assignee: email,
        answeredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        notes:
          '2026-01-02T03:04:05.000Z A colleague: Hm\n\n2026-01-03T00:00:00.000Z B: Aha,\nindeed',
      }),
    ]);
  });

  it('keeps quotes, commas, line ends and accents as they were written', async () => {
    const message = 'She said "yes",\nthen; "no"\r\nÉlan – 日本語';
    await storeEnquiry(running.strapi, { message, name: 'Comma, "Quote"' });
    expect(await exportText()).toContain('"Comma, ""Quote"""');
    expect(await exportRows()).toMatchObject([{ message, name: 'Comma, "Quote"' }]);
  });

  it.each(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])(
    'makes text of a value that a spreadsheet would take for a formula: %j',
    async (sign) => {
      const formula = `${sign}HYPERLINK("https://evil.example","${VISITOR.email}")`;
      const fields = ['name', 'phone', 'company', 'message', 'visitorLocale'];
      await storeEnquiry(running.strapi, Object.fromEntries(fields.map((key) => [key, formula])));
      const [row = {}] = await exportRows();
      for (const value of Object.values(row)) expect(value.startsWith(sign)).toBe(false);
      expect(row).toMatchObject({ message: `'${formula}`, locale: `'${formula}` });
    },
  );

  it('has every enquiry once, however many there are', async () => {
    await insertEnquiries(1201);
    const references = (await exportRows()).map(({ reference }) => reference);
    expect(references).toEqual(Array.from({ length: 1201 }, (_, index) => `R-${index + 1}`));
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
  afterEach(() => jest.restoreAllMocks());

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

describe('the period', () => {
  const REFERENCES = ['31 December', '1 January', '31 January', '1 February'];
  const TIMES = ['2025-12-31T23:59:59.999Z', '2026-01-01T00:00:00.000Z'];

  beforeEach(async () => {
    const times = [...TIMES, '2026-01-31T23:59:59.999Z', '2026-02-01T00:00:00.000Z'];
    for (const [index, createdAt] of times.entries()) {
      await storeEnquiry(running.strapi, { createdAt, reference: REFERENCES[index] });
    }
  });

  it.each([
    ['', REFERENCES],
    ['?from=2026-01-01&to=2026-01-31', REFERENCES.slice(1, 3)],
    ['?from=2026-01-31&to=2026-01-31', REFERENCES.slice(2, 3)],
    ['?from=2026-01-31', REFERENCES.slice(2)],
    ['?to=2026-01-01', REFERENCES.slice(0, 2)],
    ['?from=2026-02-02', []],
    ['?from=2026-01-31&to=2026-01-01', []],
  ])('has both its first and its last day in UTC: %s', async (query, expected) => {
    expect((await exportRows(query)).map(({ reference }) => reference)).toEqual(expected);
  });

  it.each([
    ['?from=yesterday', 'from'],
    ['?to=2026-02-30', 'to'],
    ['?from=2026-01-01T00:00:00Z', 'from'],
    ['?from=2026-01-01&from=2026-01-02', 'from'],
    ['?until=2026-01-01', 'until'],
  ])('must be days, and nothing else may be asked: %s', async (query, path) => {
    const { body } = await request(query).expect(400);
    expect(body.error.details.errors).toMatchObject([{ path: [path] }]);
  });
});
