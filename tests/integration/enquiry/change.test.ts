import { signInToPanel } from '../../helpers/accounts';
import { startDesk, type Desk } from './desk';
import { readEnquiry, removeEnquiries, storeEnquiry } from './enquiries';

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(() => desk.running.stop());

beforeEach(() => removeEnquiries(desk.running.strapi));

const store = (changes?: Record<string, unknown>) => storeEnquiry(desk.running.strapi, changes);
const read = (reference: string) => readEnquiry(desk.running.strapi, reference);

describe('the desk', () => {
  it('assigns an enquiry by address, whatever its case, and takes it back', async () => {
    const { id, email } = desk.colleague;
    const { documentId, reference } = await store();
    const { body } = await desk.change(documentId, { assignee: email.toUpperCase() });
    expect(body.data.assignee).toEqual({ name: 'Panel User', email });
    await desk.change(documentId, { notes: 'Called back.' });
    expect(await read(reference)).toMatchObject({ assignee: { id } });
    const taken = await desk.change(documentId, { assignee: null });
    expect(taken.body.data.assignee).toBeNull();
    expect(await read(reference)).toMatchObject({ assignee: null });
  });

  it.each(['nobody', 'somebody who has left'])('cannot assign it to %s', async (who) => {
    const gone = await signInToPanel(desk.running, 'enquiry-desk');
    const users = desk.running.strapi.db.query('admin::user');
    await users.update({ where: { id: gone.id }, data: { isActive: false } });
    const { documentId } = await store();
    const assignee = who === 'nobody' ? 'nobody@example.org' : gone.email;
    const { status, body } = await desk.change(documentId, { assignee });
    expect(status).toBe(400);
    expect(body.error.details.errors).toMatchObject([{ path: ['assignee'] }]);
  });

  it.each([
    'name',
    'email',
    'message',
    'kind',
    'reference',
    'dueAt',
    'answeredAt',
    'spamScore',
    'announcedAt',
    'fingerprint',
    'duplicateOf',
    'duplicates',
  ])('cannot change the %s', async (field) => {
    const { documentId, reference } = await store();
    const { status, body } = await desk.change(documentId, { status: 'open', [field]: 'x' });
    expect(status).toBe(400);
    expect(body.error.details.errors).toMatchObject([{ path: [field] }]);
    expect(await read(reference)).toMatchObject({ state: 'new' });
  });

  it('is told when there is no such enquiry', async () => {
    const nobody = 'a'.repeat(24);
    expect((await desk.get(`/api/enquiries/${nobody}`)).status).toBe(404);
    expect((await desk.change(nobody, { status: 'open', notes: 'x' })).status).toBe(404);
  });

  it.each([
    ['state', null],
    ['state', 'closed'],
    ['state', {}],
    ['state', []],
    ['kind', null],
    ['kind', 'nonsense'],
    ['kind', 'constructor'],
    ['kind', {}],
    ['assignee', 'nobody'],
    ['assignee', { connect: [{ id: 999_999 }] }],
  ])('is told in the panel what is no value of the field: %s %j', async (field, value) => {
    const { documentId, reference } = await store();
    const { status, body } = await desk.save(documentId, { [field]: value });
    expect({ status, data: body.data }).toEqual({ status: 400, data: null });
    expect(await read(reference)).toMatchObject({ state: 'new', kind: 'other', assignee: null });
  });
});
