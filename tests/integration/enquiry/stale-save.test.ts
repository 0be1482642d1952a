import { startDesk, type Desk } from './desk';
import { readEnquiry, removeEnquiries, storeEnquiry } from './enquiries';

const PANEL = '/content-manager/collection-types/api::enquiry.enquiry';

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(() => desk.running.stop());

beforeEach(() => removeEnquiries(desk.running.strapi));

const read = (reference: string) => readEnquiry(desk.running.strapi, reference);

async function store(changes: Record<string, unknown> = {}) {
  const { documentId, reference } = await storeEnquiry(desk.running.strapi, changes);
  return { documentId, reference };
}

/** The edit form of the panel as somebody opens it: all fields that are not empty. */
async function openForm(documentId: string): Promise<Record<string, unknown>> {
  const { body } = await desk.running.request
    .get(`${PANEL}/${documentId}`)
    .set(desk.colleague.credentials)
    .expect(200);
  const fields = Object.entries(body.data as object).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(fields), assignee: { connect: [], disconnect: [] } };
}

describe('a form that was opened before a colleague changed the enquiry', () => {
  it.each([
    ['answered it', { state: 'open' }, { state: 'answered' }],
    ['opened it again', { state: 'answered', dueAt: null }, { state: 'open' }],
    ['took it for spam', { state: 'new' }, { state: 'spam' }],
    ['gave it another kind', { state: 'open' }, { kind: 'partnership' }],
    ['settled it', { state: 'answered', dueAt: null }, { state: 'won' }],
    ['took it up', { state: 'new' }, { state: 'open' }],
  ])('does not undo that somebody %s', async (_, before, change) => {
    const { documentId, reference } = await store(before);
    const form = await openForm(documentId);
    expect((await desk.save(documentId, change)).status).toBe(200);
    const changed = await read(reference);
    const { status, body } = await desk.save(documentId, { ...form, notes: [{ text: 'Called.' }] });
    expect(status).toBe(409);
    expect(body.error).toMatchObject({ name: 'ConflictError' });
    expect(await read(reference)).toEqual(changed);
  });

  it('is taken where the colleague has but written a note or taken it on', async () => {
    const { documentId, reference } = await store();
    const form = await openForm(documentId);
    const { id, email } = desk.colleague;
    await desk.change(documentId, { notes: 'First.', assignee: email });
    const notes = [{ text: 'Second.' }];
    expect((await desk.save(documentId, { ...form, notes })).status).toBe(200);
    expect(await read(reference)).toMatchObject({
      notes: [{ text: 'First.' }, { text: 'Second.' }],
      assignee: { id },
    });
  });
});

it('takes a form that is up to date, one after another', async () => {
  const { documentId, reference } = await store();
  for (const state of ['open', 'answered', 'open', 'won']) {
    const form = await openForm(documentId);
    expect((await desk.save(documentId, { ...form, state })).status).toBe(200);
  }
  expect(await read(reference)).toMatchObject({ state: 'won' });
});
