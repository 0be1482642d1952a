import { createApiToken, signIn, signInToPanel, type Credentials } from '../../helpers/accounts';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { enquiry, readEnquiry, removeEnquiries, storeEnquiry, VISITOR } from './enquiries';

let running: RunningStrapi;
let desk: Credentials;
let colleague: { id: number; email: string };

beforeAll(async () => {
  running = await startStrapi({ RATE_LIMIT_ENQUIRIES: '100000' });
  desk = await signIn(running.strapi, 'enquiry-desk');
  colleague = await signInToPanel(running, 'enquiry-desk');
});

afterAll(async () => {
  await running.stop();
});

beforeEach(async () => {
  await removeEnquiries(running.strapi);
});

const get = (path: string, credentials: Partial<Credentials> = desk) =>
  running.request.get(path).set(credentials);

const change = (documentId: string, data: object, credentials: Partial<Credentials> = desk) =>
  running.request.put(`/api/enquiries/${documentId}`).set(credentials).send({ data });

describe('enquiries are read and changed', () => {
  const requests = (documentId: string, credentials: Partial<Credentials>) => [
    get('/api/enquiries', credentials),
    get(`/api/enquiries/${documentId}`, credentials),
    get('/api/enquiries/export.csv', credentials),
    change(documentId, { status: 'open' }, credentials),
  ];

  it.each(['enquiry-desk', 'API token'])('by the desk: %s', async (who) => {
    const actions = ['find', 'findOne', 'exportCsv', 'update'];
    const credentials =
      who === 'API token'
        ? await createApiToken(
            running.strapi,
            actions.map((action) => `api::enquiry.enquiry.${action}`),
          )
        : desk;
    const { documentId } = await storeEnquiry(running.strapi);
    for (const request of requests(documentId, credentials)) {
      const answer = await request.expect(200);
      expect(answer.text).toContain(VISITOR.email);
    }
  });

  it.each(['visitor', 'member', 'token for content'])('by nobody else: %s', async (who) => {
    const credentials = {
      visitor: {},
      member: await signIn(running.strapi, 'authenticated'),
      'token for content': await createApiToken(running.strapi, ['api::blog.blog.find']),
    }[who];
    const { documentId, reference } = await storeEnquiry(running.strapi);
    for (const request of requests(documentId, credentials ?? {})) {
      const answer = await request.expect(403);
      expect(answer.text).not.toContain(VISITOR.email);
    }
    expect(await readEnquiry(running.strapi, reference)).toMatchObject({ state: 'new' });
  });

  it('by nobody with a token that is not one', async () => {
    await get('/api/enquiries', { Authorization: 'Bearer nonsense' }).expect(401);
  });

  it('never removed by the API', async () => {
    const { documentId } = await storeEnquiry(running.strapi);
    await running.request.delete(`/api/enquiries/${documentId}`).set(desk).expect(405);
  });
});

describe('the list', () => {
  it('can be filtered, sorted and paged as every list of Strapi', async () => {
    for (const state of ['new', 'open', 'open', 'spam'])
      await storeEnquiry(running.strapi, { state });
    const query = 'filters[status]=open&sort=reference:desc&pagination[pageSize]=1';
    const { body } = await get(`/api/enquiries?${query}`).expect(200);
    expect(body.data).toHaveLength(1);
    expect(body.meta.pagination).toMatchObject({ page: 1, pageSize: 1, total: 2 });
  });

  it.each([
    ['filters[status]=spam', ['spam']],
    [
      'filters[$or][0][status]=spam&filters[$or][1][$not][status]=open&sort=status',
      ['new', 'spam'],
    ],
    ['sort=status:desc,reference', ['spam', 'open', 'open', 'new']],
    ['fields=reference,status&sort[0]=status', ['new', 'open', 'open', 'spam']],
  ])('calls the status by that name: %s', async (query, expected) => {
    for (const state of ['new', 'open', 'open', 'spam'])
      await storeEnquiry(running.strapi, { state });
    const { body } = await get(`/api/enquiries?${query}`).expect(200);
    const enquiries = body.data as { status: string }[];
    expect(enquiries.map(({ status }) => status)).toEqual(expected);
    expect(body.data[0]).not.toHaveProperty('state');
  });

  it('says whom each enquiry is assigned to, and nothing else of the colleague', async () => {
    const assigned = await storeEnquiry(running.strapi, { assignee: colleague.id });
    const free = await storeEnquiry(running.strapi);
    const { body } = await get('/api/enquiries?sort=reference').expect(200);
    expect(body.data).toMatchObject([
      { documentId: assigned.documentId },
      { documentId: free.documentId, assignee: null },
    ]);
    expect(body.data[0].assignee).toEqual({ name: 'Panel User', email: colleague.email });
  });

  it('does not show what is Strapi’s own', async () => {
    const { documentId } = await storeEnquiry(running.strapi);
    const { body } = await get(`/api/enquiries/${documentId}?populate=*`).expect(200);
    expect(Object.keys(body.data)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(createdBy|updatedBy|localizations)$/)]),
    );
  });
});

describe('no cache keeps an answer about enquiries', () => {
  it.each([
    ['that is taken', 201, () => running.request.post('/api/enquiries').send({ data: enquiry() })],
    ['that is wrong', 400, () => running.request.post('/api/enquiries').send({ data: {} })],
    ['that is not JSON', 400, () => running.request.post('/api/enquiries').type('json').send('{')],
    ['of another type', 415, () => running.request.post('/api/enquiries').type('text').send('x')],
    ['that is listed', 200, () => get('/api/enquiries')],
    ['that is exported', 200, () => get('/api/enquiries/export.csv')],
    ['that is refused to visitors', 403, () => get('/api/enquiries', {})],
    ['that does not exist', 404, () => get(`/api/enquiries/${'a'.repeat(24)}`)],
    ['with a wrong token', 401, () => get('/api/enquiries', { Authorization: 'Bearer x' })],
    ['with a wrong query', 400, () => get('/api/enquiries?nonsense=1')],
    ['in another case', 403, () => get('/API/Enquiries/', {})],
    ['with a method that there is not', 405, () => running.request.delete('/api/enquiries/a')],
  ])('%s', async (_, status, request) => {
    const answer = await request();
    expect(answer.status).toBe(status);
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
