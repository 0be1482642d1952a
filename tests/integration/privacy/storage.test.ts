import type { Core } from '@strapi/strapi';
import { isEncrypted } from '../../../src/plugins/privacy/server/src/crypto/cell';
import { startDesk, type Desk } from '../enquiry/desk';
import { enquiry, removeEnquiries, storeEnquiry, VISITOR } from '../enquiry/enquiries';

const PANEL_LIST = '/content-manager/collection-types/api::enquiry.enquiry';

let desk: Desk;
let strapi: Core.Strapi;

beforeAll(async () => {
  desk = await startDesk();
  ({ strapi } = desk.running);
});

afterAll(() => desk.running.stop());

beforeEach(() => removeEnquiries(strapi));

interface StoredRow {
  id: number;
  document_id: string;
  name: string;
  email: string;
  email_blind_index: string;
  phone: string | null;
  message: string;
}

const rows = async () => strapi.db.connection<StoredRow>('enquiries').select('*').orderBy('id');

async function references(query: string): Promise<string[]> {
  const { status, body } = await desk.get(`/api/enquiries?${query}`);
  expect([query, status]).toEqual([query, 200]);
  return (body.data as { reference: string }[]).map(({ reference }) => reference);
}

describe('an enquiry in the database', () => {
  it('is encrypted in every tagged column, also when it comes by the API', async () => {
    const body = { data: enquiry({ phone: '+33 1 23 45', company: 'Canary Works' }) };
    await desk.running.request.post('/api/enquiries').send(body).expect(201);
    const [row] = await rows();
    expect(row?.phone).not.toBeNull();
    const columns = ['name', 'email', 'phone', 'company', 'message'] as (keyof StoredRow)[];
    for (const column of columns) expect(isEncrypted(String(row?.[column]))).toBe(true);
    expect(JSON.stringify(row)).not.toMatch(/canary/i);
  });

  it('keeps what is empty empty', async () => {
    await storeEnquiry(strapi);
    expect((await rows())[0]?.phone).toBeNull();
  });

  it('has its notes encrypted, and old notes stay readable when one is added', async () => {
    const { documentId } = await storeEnquiry(strapi);
    await desk.change(documentId, { notes: 'First canary note' });
    await desk.change(documentId, { notes: 'Second canary note' });
    const stored = await strapi.db.connection<{ text: string }>('components_enquiry_notes');
    expect(stored.map(({ text }) => isEncrypted(text))).toEqual([true, true]);
    const { body } = await desk.get(`/api/enquiries/${documentId}`);
    expect((body.data.notes as { text: string }[]).map(({ text }) => text)).toEqual([
      'First canary note',
      'Second canary note',
    ]);
  });

  it('is encrypted anew when it changes, and as it was when something else does', async () => {
    const { id, documentId } = await storeEnquiry(strapi);
    const [before] = await rows();
    await desk.change(documentId, { status: 'open' });
    expect((await rows())[0]).toMatchObject({ name: before?.name, email: before?.email });
    await strapi.db
      .query('api::enquiry.enquiry')
      .update({ where: { id }, data: { email: 'other@example.org' } });
    expect((await rows())[0]?.email_blind_index).not.toBe(before?.email_blind_index);
    expect(await references('filters[email][$eq]=other@example.org')).toHaveLength(1);
  });
});

describe('what the desk reads', () => {
  it('is clear in the API and in the panel', async () => {
    const { documentId } = await storeEnquiry(strapi);
    for (const path of [`/api/enquiries/${documentId}`, '/api/enquiries'])
      expect(JSON.stringify((await desk.get(path)).body)).toContain(VISITOR.message);
    const list = await desk.running.request.get(PANEL_LIST).set(desk.colleague.credentials);
    expect(list.body.results[0]).toMatchObject(VISITOR);
    const page = await desk.running.request
      .get(`${PANEL_LIST}/${documentId}`)
      .set(desk.colleague.credentials);
    expect(page.body.data).toMatchObject(VISITOR);
  });

  it('comes with few fields as well as with all', async () => {
    await storeEnquiry(strapi);
    const { body } = await desk.get(
      '/api/enquiries?fields[0]=name&populate[notes][fields][0]=text',
    );
    expect(body.data[0]).toMatchObject({ name: VISITOR.name });
    expect(JSON.stringify(body)).not.toContain('emailBlindIndex');
  });

  it('is clear where another enquiry leads to it', async () => {
    const first = await storeEnquiry(strapi);
    const second = await storeEnquiry(strapi);
    const { body } = await desk.get(`/api/enquiries/${second.documentId}?populate=duplicateOf`);
    expect(body.data.duplicateOf).toMatchObject({ reference: first.reference, ...VISITOR });
  });
});

describe('an address', () => {
  it('finds its enquiries, in whatever case', async () => {
    const { reference } = await storeEnquiry(strapi);
    const other = await storeEnquiry(strapi, { email: 'other@example.org' });
    for (const query of [
      'filters[email]=CANARY@example.org',
      'filters[email][$eqi]=canary@example.org',
      'filters[email][$in][0]=canary@example.org&filters[email][$in][1]=none@example.org',
      'filters[$not][email][$eq]=other@example.org',
      'filters[$or][0][email]=canary@example.org&filters[$or][1][email]=none@example.org',
      'filters[email][$ne]=other@example.org',
      'filters[email][$notIn][0]=other@example.org',
    ])
      expect([query, await references(query)]).toEqual([query, [reference]]);
    expect(await references('filters[email][$notNull]=true&sort=reference')).toEqual([
      reference,
      other.reference,
    ]);
  });

  it('finds them in the panel, by filter and by search', async () => {
    const { documentId } = await storeEnquiry(strapi);
    await storeEnquiry(strapi, { email: 'other@example.org' });
    for (const query of [
      'filters[$and][0][email][$eq]=canary@example.org',
      '_q=canary@example.org',
    ]) {
      const { body } = await desk.running.request
        .get(`${PANEL_LIST}?${query}`)
        .set(desk.colleague.credentials);
      expect(
        body.results.map((found: StoredRow & { documentId: string }) => found.documentId),
      ).toEqual([documentId]);
      expect(body.pagination.total).toBe(1);
    }
  });

  it.each([
    'filters[email][$contains]=canary',
    'filters[email][$startsWith]=canary',
    'filters[email][$gt]=a',
    'filters[name][$eq]=Visitor',
    'filters[notes][text][$contains]=canary',
    'filters[duplicateOf][message][$eq]=x',
    'sort=email',
    'sort[duplicateOf][name]=asc',
  ])('is refused a question that only clear text answers: %s', async (query) => {
    const { status, body } = await desk.get(`/api/enquiries?${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/is stored encrypted/);
  });
});

it('is no column that the panel offers to sort by', async () => {
  const { body } = await desk.running.request
    .get('/content-manager/content-types/api::enquiry.enquiry/configuration')
    .set(desk.colleague.credentials);
  const { metadatas } = body.data.contentType as {
    metadatas: Record<string, { list: { sortable: boolean } }>;
  };
  expect(metadatas.name?.list.sortable).toBe(false);
  expect(metadatas.dueAt?.list.sortable).toBe(true);
});

describe('a value that no key opens', () => {
  it('shows that it cannot be read, keeps nothing else from the desk, and is not overwritten', async () => {
    const { documentId } = await storeEnquiry(strapi);
    const good = await storeEnquiry(strapi);
    const [row, other] = await rows();
    // A value of another row, as somebody with access to the database alone could put it there.
    await strapi.db
      .connection<StoredRow>('enquiries')
      .where({ id: row?.id ?? 0 })
      .update({ name: other?.name ?? '' });
    const { body } = await desk.get('/api/enquiries?sort=reference');
    expect(body.data[0]).toMatchObject({
      name: expect.stringMatching(/cannot be read/),
      email: VISITOR.email,
    });
    expect(body.data[1]).toMatchObject({ reference: good.reference, name: VISITOR.name });
    const data = { name: body.data[0].name as string };
    const saved = strapi.documents('api::enquiry.enquiry').update({ documentId, data });
    await expect(saved).rejects.toThrow(/cannot be saved either/);
    expect((await rows())[0]?.name).toBe(other?.name);
  });
});

it('is bound to one row: many cannot be given the same value at once', async () => {
  await storeEnquiry(strapi);
  const updated = strapi.db.query('api::enquiry.enquiry').updateMany({ data: { name: 'All' } });
  await expect(updated).rejects.toThrow(/one row at a time/);
});
