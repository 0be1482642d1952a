import { createApiToken, signInToPanel, type PanelUser } from '../../helpers/accounts';
import { startDesk, type Desk } from './desk';
import { readEnquiry, removeEnquiries, storeEnquiry } from './enquiries';

interface Note {
  id: number;
  text: string;
  author: string;
  writtenAt: string;
}

let desk: Desk;
let other: PanelUser;

beforeAll(async () => {
  desk = await startDesk();
  other = await signInToPanel(desk.running, 'enquiry-desk');
  const users = desk.running.strapi.db.query('admin::user');
  const name = { firstname: 'Other', lastname: 'Colleague' };
  await users.update({ where: { id: other.id }, data: name });
});

afterAll(() => desk.running.stop());

beforeEach(() => removeEnquiries(desk.running.strapi));

async function store(): Promise<{ documentId: string; notes: () => Promise<Note[]> }> {
  const { documentId, reference } = await storeEnquiry(desk.running.strapi);
  const notes = async () => (await readEnquiry(desk.running.strapi, reference)).notes as Note[];
  return { documentId, notes };
}

const texts = (notes: Note[]) => notes.map(({ text }) => text);

describe('a note by the API', () => {
  it('is added to those that are there, with who wrote it and when', async () => {
    const { documentId } = await store();
    const before = Date.now();
    await desk.change(documentId, { notes: 'Called, nobody there.' });
    const { status, body } = await desk.change(documentId, { notes: ' Called again. ' });
    expect(status).toBe(200);
    expect(texts(body.data.notes as Note[])).toEqual(['Called, nobody there.', 'Called again.']);
    for (const { author, writtenAt } of body.data.notes as Note[]) {
      expect(author).toMatch(/^enquiry-desk-/);
      expect(new Date(writtenAt).getTime()).toBeGreaterThanOrEqual(before);
    }
    const read = await desk.get(`/api/enquiries/${documentId}`);
    expect(read.body.data.notes).toEqual(body.data.notes);
  });

  it('of a program carries the name of its token', async () => {
    const token = await createApiToken(desk.running.strapi, ['api::enquiry.enquiry.update']);
    const { documentId, notes } = await store();
    await desk.change(documentId, { notes: 'Synchronised.' }, token);
    expect((await notes())[0]?.author).toMatch(/^API token “token-[\w-]+”$/);
  });

  it.each([
    ['nothing', ''],
    ['spaces', '  '],
    ['null, for earlier ones stay', null],
    ['a list', [{ text: 'x', author: 'Somebody else' }]],
    ['an object', { text: 'x' }],
    ['a text that is too long', 'x'.repeat(20_001)],
    ['the character that the database cannot store', 'a\0b'],
  ])('cannot be %s', async (_, value) => {
    const { documentId, notes } = await store();
    await desk.change(documentId, { notes: 'First.' });
    const { status, body } = await desk.change(documentId, { notes: value });
    expect(status).toBe(400);
    expect(body.error.details.errors).toMatchObject([{ path: ['notes'] }]);
    expect(texts(await notes())).toEqual(['First.']);
  });

  it('is lost to nobody when many write at the same moment', async () => {
    const { documentId, notes } = await store();
    const all = Array.from({ length: 12 }, (_, index) => `Note ${index}`);
    const answers = await Promise.all(all.map((text) => desk.change(documentId, { notes: text })));
    expect(answers.map(({ status }) => status)).toEqual(all.map(() => 200));
    expect(texts(await notes()).sort()).toEqual(all.sort());
  });
});

describe('a note in the panel', () => {
  it('carries the name of the colleague and the time, whatever was sent', async () => {
    const { documentId, notes } = await store();
    const forged = { text: 'Called.', author: 'Somebody else', writtenAt: '2020-01-01T00:00:00Z' };
    const { status } = await desk.save(documentId, { notes: [forged] }, other);
    expect(status).toBe(200);
    const [note] = await notes();
    expect(note).toMatchObject({ text: 'Called.', author: 'Other Colleague' });
    expect(Date.now() - new Date(note?.writtenAt ?? 0).getTime()).toBeLessThan(60_000);
  });

  it('can be added to a list that others have added to meanwhile', async () => {
    const { documentId, notes } = await store();
    await desk.save(documentId, { notes: [{ text: 'First.' }] });
    const seen = await notes();
    await desk.change(documentId, { notes: 'Second.' });
    await desk.save(documentId, { notes: [...seen, { text: 'Third.' }] }, other);
    expect(texts(await notes())).toEqual(['First.', 'Second.', 'Third.']);
  });

  it('cannot be changed: the field is marked, with what to do instead', async () => {
    const { documentId, notes } = await store();
    await desk.save(documentId, { notes: [{ text: 'First.' }, { text: 'Second.' }] });
    const [first, second] = await notes();
    const changed = [first, { ...second, text: 'Never said.' }];
    const { status, body } = await desk.save(documentId, { state: 'open', notes: changed });
    expect(status).toBe(400);
    expect(body.error.details.errors).toMatchObject([
      { path: ['notes', 1, 'text'], message: expect.stringContaining('add another note') },
    ]);
    expect(await notes()).toEqual([first, second]);
  });

  it.each([
    ['another author', { author: 'Somebody else' }],
    ['another time', { writtenAt: '2020-01-01T00:00:00.000Z' }],
    ['the id of none', { id: 999_999 }],
  ])('keeps what it had when it comes back with %s', async (_, forged) => {
    const { documentId, notes } = await store();
    await desk.save(documentId, { notes: [{ text: 'First.' }] });
    const stored = await notes();
    await desk.save(documentId, { notes: [{ ...stored[0], ...forged }, { text: 'Second.' }] });
    expect((await notes())[0]).toEqual(stored[0]);
  });

  it('stays when it is missing from the list', async () => {
    const { documentId, notes } = await store();
    await desk.save(documentId, { notes: [{ text: 'First.' }, { text: 'Second.' }] });
    const stored = await notes();
    for (const sent of [[], stored.slice(1), stored.toReversed()]) {
      expect((await desk.save(documentId, { notes: sent })).status).toBe(200);
      expect(await notes()).toEqual(stored);
    }
  });

  it.each([[null], [1], ['text'], [[]], [{}], [{ text: null }], [{ text: 7 }], [{ text: ' ' }]])(
    'must be a text that says something: %j is refused',
    async (note) => {
      const { documentId, notes } = await store();
      const { status, body } = await desk.save(documentId, { notes: [note] });
      expect(status).toBe(400);
      expect(body.error.details.errors).toMatchObject([{ path: ['notes', 0, 'text'] }]);
      expect(await notes()).toEqual([]);
    },
  );

  it.each([[null], ['text'], [{}], [7]])('must be in a list: %j is refused', async (notes) => {
    const { documentId } = await store();
    expect((await desk.save(documentId, { notes })).status).toBe(400);
  });
});
