import type { Core } from '@strapi/strapi';
import { startDesk, type Desk } from '../enquiry/desk';
import { removeEnquiries, storeEnquiry, VISITOR } from '../enquiry/enquiries';

const UID = 'api::enquiry.enquiry';
const PANEL = `/content-manager/collection-types/${UID}`;

let desk: Desk;
let strapi: Core.Strapi;

beforeAll(async () => {
  desk = await startDesk();
  ({ strapi } = desk.running);
});

afterAll(() => desk.running.stop());

beforeEach(async () => {
  await removeEnquiries(strapi);
  await storeEnquiry(strapi);
});

async function inPanel(query: string): Promise<Record<string, unknown>[]> {
  const { credentials } = desk.colleague;
  const { body } = await desk.running.request.get(`${PANEL}?${query}`).set(credentials).expect(200);
  return body.results as Record<string, unknown>[];
}

it('a blind index is in no answer, nor in what code reads', async () => {
  const [document] = await strapi.documents(UID).findMany({});
  const [row] = await strapi.db.query(UID).findMany({ populate: ['duplicateOf'] });
  for (const found of [(await inPanel(''))[0], document, row]) {
    expect(found).toMatchObject({ email: VISITOR.email });
    expect(Object.keys(found ?? {})).not.toContain('emailBlindIndex');
  }
});

it('a search of the API leaves encrypted fields out, and finds by others', async () => {
  for (const [text, count] of [
    ['other', 1],
    ['canary', 0],
  ] as const) {
    const { status, body } = await desk.get(`/api/enquiries?_q=${text}`);
    expect([text, status, body.data?.length]).toEqual([text, 200, count]);
  }
});

interface Permission {
  id: number;
  properties: { fields?: string[] };
}

describe('somebody who may not read the address', () => {
  beforeAll(async () => {
    const permissions = strapi.db.query('admin::permission');
    const where = { subject: UID, action: 'plugin::content-manager.explorer.read' };
    for (const { id, properties } of (await permissions.findMany({ where })) as Permission[]) {
      const fields = properties.fields?.filter((name) => name !== 'email') ?? [];
      await permissions.update({ where: { id }, data: { properties: { ...properties, fields } } });
    }
  });

  it('does not see it', async () => {
    const [found] = await inPanel('');
    expect(found).toMatchObject({ name: VISITOR.name });
    expect(found).not.toHaveProperty('email');
  });

  it.each(['_q=', 'filters[email][$eq]=', 'filters[$not][email]=', 'filters[email][$ne]='])(
    'learns nothing by %s',
    async (question) => {
      const hit = await inPanel(`${question}${VISITOR.email}`);
      const miss = await inPanel(`${question}nobody@example.org`);
      expect(hit.length).toBe(miss.length);
    },
  );

  it.each(['filters[duplicateOf][email][$eq]=', 'filters[$or][0][duplicates][email][$ne]='])(
    'may not ask behind a relation by %s',
    async (question) => {
      await storeEnquiry(strapi);
      for (const address of [VISITOR.email, 'nobody@example.org'])
        await desk.running.request
          .get(`${PANEL}?${question}${address}`)
          .set(desk.colleague.credentials)
          .expect(403);
    },
  );
});
