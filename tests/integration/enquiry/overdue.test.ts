import { createApiToken } from '../../helpers/accounts';
import { startDesk, type Desk } from './desk';
import { removeEnquiries, storeEnquiry } from './enquiries';

const HOUR = 60 * 60 * 1000;
const PANEL_LIST = '/content-manager/collection-types/api::enquiry.enquiry';

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(() => desk.running.stop());

beforeEach(async () => {
  await removeEnquiries(desk.running.strapi);
});

/** Stores an enquiry that is due so many hours from now; its reference. */
async function store(hours: number, changes: Record<string, unknown> = {}): Promise<string> {
  const dueAt = new Date(Date.now() + hours * HOUR).toISOString();
  return (await storeEnquiry(desk.running.strapi, { dueAt, ...changes })).reference;
}

async function references(path: string): Promise<string[]> {
  const { status, body } = await desk.get(path);
  expect(status).toBe(200);
  return (body.data as { reference: string }[]).map(({ reference }) => reference);
}

describe('the overdue enquiries', () => {
  it('are those that should have their answer by now, the longest first', async () => {
    const recent = await store(-1, { state: 'open' });
    await store(1);
    const longest = await store(-50);
    await storeEnquiry(desk.running.strapi, { state: 'answered', dueAt: null });
    expect(await references('/api/enquiries/overdue')).toEqual([longest, recent]);
  });

  it('are found by a filter as well', async () => {
    const overdue = await store(-1);
    await store(1);
    const now = new Date().toISOString();
    expect(await references(`/api/enquiries?filters[dueAt][$lt]=${now}`)).toEqual([overdue]);
  });

  it('can be filtered, sorted, counted and paged as every list of Strapi', async () => {
    const training = await store(-1, { kind: 'training' });
    const support = await store(-2, { kind: 'support' });
    await store(-3, { kind: 'training', state: 'open' });
    const filters = 'filters[status]=new&sort=kind:desc';
    expect(await references(`/api/enquiries/overdue?${filters}`)).toEqual([training, support]);
    const either = 'filters[$or][0][kind]=support&filters[$or][1][status]=open';
    expect(await references(`/api/enquiries/overdue?${either}`)).toHaveLength(2);
    const { body } = await desk.get('/api/enquiries/overdue?pagination[pageSize]=1');
    expect(body.data).toHaveLength(1);
    expect(body.meta.pagination).toMatchObject({ page: 1, pageSize: 1, total: 3 });
  });

  it('come with notes and assignee, and in no cache', async () => {
    await store(-1, { assignee: desk.colleague.id });
    const { body, headers } = await desk.get('/api/enquiries/overdue');
    expect(body.data[0]).toMatchObject({ notes: [], assignee: { email: desk.colleague.email } });
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each(['nonsense=1', 'filters[password]=x', 'filters[fingerprint]=x'])(
    'are not asked for by what nobody knows: %s',
    async (query) => {
      expect((await desk.get(`/api/enquiries/overdue?${query}`)).status).toBe(400);
    },
  );

  it('are shown to the desk alone, and to tokens that may', async () => {
    const { request, strapi } = desk.running;
    await request.get('/api/enquiries/overdue').expect(403);
    const reader = await createApiToken(strapi, ['api::enquiry.enquiry.find']);
    await request.get('/api/enquiries/overdue').set(reader).expect(403);
    const token = await createApiToken(strapi, ['api::enquiry.enquiry.overdue']);
    await request.get('/api/enquiries/overdue').set(token).expect(200);
  });

  it('are found by an index', async () => {
    const { connection } = desk.running.strapi.db;
    await connection.raw(`
      INSERT INTO enquiries (document_id, reference, kind, name, email, message, state, due_at)
      SELECT 'document' || n, 'R-' || n, 'other', 'N', 'n@example.org', 'M', 'new',
             CASE WHEN n % 10 = 0 THEN now() + n * interval '1 minute' END
        FROM generate_series(1, 5000) n`);
    await connection.raw('ANALYZE enquiries');
    const { rows } = await connection.raw<{ rows: { 'QUERY PLAN': string }[] }>(
      'EXPLAIN SELECT * FROM enquiries WHERE due_at < now() ORDER BY due_at, id LIMIT 25',
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('enquiries_due');
    expect(plan).not.toMatch(/Sort|Seq Scan/);
  });
});

it('opens the panel with them, before what is due later and what is due no more', async () => {
  const settled = (await storeEnquiry(desk.running.strapi, { state: 'won', dueAt: null }))
    .reference;
  const later = await store(5);
  const overdue = await store(-5);
  const { body } = await desk.running.request
    .get(`${PANEL_LIST}?page=1&pageSize=25&sort=dueAt:ASC`)
    .set(desk.colleague.credentials)
    .expect(200);
  const shown = (body.results as { reference: string }[]).map(({ reference }) => reference);
  expect(shown).toEqual([overdue, later, settled]);
});
