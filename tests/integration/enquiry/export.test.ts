import { parse } from 'csv-parse/sync';

import { createApiToken, signInToPanel, type Credentials } from '../../helpers/accounts';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { removeEnquiries, storeEnquiry, VISITOR } from './enquiries';
import { createSession, createTraining } from './trainings';

const HEADER =
  'reference,receivedAt,kind,status,name,email,phone,company,message,training,session,locale,assignee,dueAt,answeredAt,answeredOnTime,duplicateOf,notes';

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
        answeredOnTime: '',
        duplicateOf: '',
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
        answeredOnTime: 'true',
        duplicateOf: first.reference,
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

  it.each([
    ...['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'],
    ...[' =', '\t=', '\r\n=', '"=', "'=", ' "+', '\u00a0@', '\u200b-', '\ufeff='],
  ])('makes text of a value that a spreadsheet would take for a formula: %j', async (sign) => {
    const formula = `${sign}HYPERLINK("https://evil.example","${VISITOR.email}")`;
    const fields = ['name', 'phone', 'company', 'message', 'visitorLocale'];
    const { documentId } = await storeEnquiry(
      running.strapi,
      Object.fromEntries(fields.map((key) => [key, formula])),
    );
    const notes = [{ text: formula, author: formula }];
    await running.strapi.documents('api::enquiry.enquiry').update({ documentId, data: { notes } });
    const [{ notes: noted = '', ...row } = {}] = await exportRows();
    for (const field of ['name', 'phone', 'company', 'message', 'locale']) {
      expect(row[field]).toBe(`'${formula}`);
    }
    expect(noted).toMatch(/^\d{4}-/);
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
