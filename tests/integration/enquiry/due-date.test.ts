import { at } from '../../helpers/clock';
import { startDesk, type Desk } from './desk';
import { enquiry, readEnquiry, removeEnquiries, storeEnquiry } from './enquiries';

const FRIDAY = '2026-01-30T15:00:00.000Z';
const MONDAY = '2026-02-09T10:00:00.000Z';

/** The day on which an enquiry of Friday, 30 January is due, by its kind. */
const DUE: Record<string, string> = {
  training: '2026-02-02',
  support: '2026-02-02',
  corporate: '2026-02-03',
  other: '2026-02-04',
  partnership: '2026-02-06',
};

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(() => desk.running.stop());

beforeEach(() => removeEnquiries(desk.running.strapi));

const store = (changes?: Record<string, unknown>) => storeEnquiry(desk.running.strapi, changes);
const read = (reference: string) => readEnquiry(desk.running.strapi, reference);

describe('the time by which an enquiry is due', () => {
  it.each(Object.entries(DUE))('follows from its kind: %s', async (kind, due) => {
    const answer = await at(FRIDAY, () =>
      desk.running.request.post('/api/enquiries').send({ data: enquiry({ kind }) }),
    );
    const { dueAt } = await read(answer.body.data.reference);
    expect(dueAt).toMatch(due);
  });

  it.each(Object.entries(DUE))(
    'moves when somebody gives it another kind, counted from when it came in: %s',
    async (kind, due) => {
      const { documentId, reference } = await at(FRIDAY, () => store({ kind: 'other' }));
      const { status } = await desk.save(documentId, { kind });
      expect(status).toBe(200);
      expect((await read(reference)).dueAt).toMatch(due);
    },
  );

  it('stays when an enquiry that was new is opened', async () => {
    const { documentId, reference, dueAt } = await store();
    await desk.change(documentId, { status: 'open' });
    expect(await read(reference)).toMatchObject({ dueAt });
  });

  it.each(['answered', 'lost', 'spam'])('is gone when the status becomes %s', async (status) => {
    const { documentId, reference } = await store();
    await desk.change(documentId, { status });
    expect(await read(reference)).toMatchObject({ dueAt: null });
  });

  it('is counted anew when an enquiry is opened again, and then by a new kind', async () => {
    const { documentId, reference } = await at(FRIDAY, () => store({ state: 'answered' }));
    await at(MONDAY, () => desk.change(documentId, { status: 'open' }));
    const reopened = await read(reference);
    expect(reopened.reopenedAt).toMatch('2026-02-09T10:00');
    expect(reopened.dueAt).toMatch('2026-02-12');
    await desk.save(documentId, { kind: 'corporate' });
    expect((await read(reference)).dueAt).toMatch('2026-02-11');
  });

  it('is that of its arrival when a wrong verdict of spam is taken back', async () => {
    const stored = await at(FRIDAY, () => store({ state: 'spam', dueAt: null }));
    await at(MONDAY, () => desk.change(stored.documentId, { status: 'new' }));
    const { dueAt, reopenedAt } = await read(stored.reference);
    expect(dueAt).toMatch(DUE.other ?? '');
    expect(reopenedAt).toBeNull();
  });
});
