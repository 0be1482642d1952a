import { signInToPanel, type Credentials } from '../../helpers/accounts';
import { startDesk, type Desk } from '../enquiry/desk';
import { countEnquiries, removeEnquiries, storeEnquiry, VISITOR } from '../enquiry/enquiries';

const { email } = VISITOR;

let desk: Desk;
let administrator: Credentials;

beforeAll(async () => {
  desk = await startDesk();
  administrator = (await signInToPanel(desk.running, 'strapi-super-admin')).credentials;
});

afterAll(() => desk.running.stop());

beforeEach(() => removeEnquiries(desk.running.strapi));

const post = (path: string, data: object, credentials: Partial<Credentials> = administrator) =>
  desk.running.request.post(`/privacy/people/${path}`).set(credentials).send({ data });
const get = (path: string, credentials: Partial<Credentials> = administrator) =>
  desk.running.request.get(`/privacy/${path}`).set(credentials);

it('tells what is held by counts and references, and exports it', async () => {
  const { reference } = await storeEnquiry(desk.running.strapi);
  const found = await post('find', { email: email.toUpperCase() }).expect(200);
  expect(found.body).toEqual({
    data: [{ holder: 'enquiries', count: 1, references: [reference] }],
  });
  const exported = await post('export', { email }).expect(200);
  expect(exported.body.data.holdings.enquiries[0]).toMatchObject(VISITOR);
  for (const { headers } of [found, exported]) expect(headers['cache-control']).toBe('no-store');
});

it('erases whose address is typed twice, and hands out the receipt', async () => {
  await storeEnquiry(desk.running.strapi);
  await post('erase', { email }).expect(400);
  await post('erase', { email, confirmation: 'other@example.org' }).expect(400);
  expect(await countEnquiries(desk.running.strapi)).toBe(1);
  const { body } = await post('erase', { email, confirmation: ` ${email}` }).expect(200);
  expect(body.data).toMatchObject({ counts: { enquiries: 1 }, signature: expect.any(String) });
  expect((await post('erase', { email, confirmation: email }).expect(200)).body.data).toBeNull();
});

it('shows retention and keys', async () => {
  await storeEnquiry(desk.running.strapi);
  expect((await get('retention').expect(200)).body.data).toMatchObject({ noticeDays: 7, due: [] });
  expect((await get('keys').expect(200)).body.data).toEqual([
    { id: 'tests', isPresent: true, values: 3 },
  ]);
});

it.each([{}, { email: 'nobody' }, { email: 7 }, { email, more: 1 }, { email: { $ne: '' } }])(
  'refuses %j',
  async (data) => {
    await post('find', data).expect(400);
  },
);

it('is for those alone who are allowed it', async () => {
  const { credentials } = await signInToPanel(desk.running, 'strapi-editor');
  for (const [by, status] of [
    [credentials, 403],
    [desk.colleague.credentials, 403],
    [desk.credentials, 401],
    [{}, 401],
  ] as const) {
    for (const path of ['find', 'export', 'erase'])
      await post(path, { email, confirmation: email }, by).expect(status);
    for (const path of ['retention', 'keys']) await get(path, by).expect(status);
  }
});
