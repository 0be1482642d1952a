import fc from 'fast-check';
import { startDesk, type Desk } from './desk';
import { readEnquiry, removeEnquiries, storeEnquiry } from './enquiries';

const STATUSES = ['new', 'open', 'answered', 'won', 'lost', 'spam'] as const;
type Status = (typeof STATUSES)[number];

/** Which status may follow which: what the desk was promised. */
const MAY_BECOME: Record<Status, Status[]> = {
  new: ['open', 'answered', 'lost', 'spam'],
  open: ['answered', 'won', 'lost', 'spam'],
  answered: ['open', 'won', 'lost'],
  won: ['open'],
  lost: ['open'],
  spam: ['new', 'open'],
};

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(() => desk.running.stop());

beforeEach(() => removeEnquiries(desk.running.strapi));

const store = (changes?: Record<string, unknown>) => storeEnquiry(desk.running.strapi, changes);
const read = (reference: string) => readEnquiry(desk.running.strapi, reference);

const isLegal = (from: Status, to: Status) => from === to || MAY_BECOME[from].includes(to);

describe('a status', () => {
  const changes = STATUSES.flatMap((from) => STATUSES.map((to) => ({ from, to })));

  it.each(changes.filter(({ from, to }) => isLegal(from, to)))(
    'that is $from can become $to',
    async ({ from, to }) => {
      const { documentId, reference } = await store({ state: from });
      const { status, body } = await desk.change(documentId, { status: to });
      expect(status).toBe(200);
      expect(body.data).toMatchObject({ documentId, reference, status: to });
      expect(await read(reference)).toMatchObject({ state: to });
    },
  );

  it.each(changes.filter(({ from, to }) => !isLegal(from, to)))(
    'that is $from cannot become $to, and the answer says what it can become',
    async ({ from, to }) => {
      const { documentId, reference } = await store({ state: from });
      const { body } = await desk.change(documentId, { status: to, notes: 'x' });
      expect(body).toEqual({
        data: null,
        error: {
          status: 409,
          name: 'ConflictError',
          message: expect.stringContaining(`is ${from} cannot become ${to}`),
          details: { from, to, allowed: MAY_BECOME[from] },
        },
      });
      expect(await read(reference)).toMatchObject({ state: from, notes: [] });
    },
  );

  it('takes only the steps of the table, whatever way the API and the panel lead it', async () => {
    const step = fc.record({
      to: fc.constantFrom(...STATUSES),
      by: fc.constantFrom('API', 'panel'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { documentId, reference } = await store();
        let present = 'new' as Status;
        for (const { to, by } of steps) {
          const { status } =
            by === 'API'
              ? await desk.change(documentId, { status: to })
              : await desk.save(documentId, { state: to });
          expect({ present, to, by, status }).toEqual({
            present,
            to,
            by,
            status: isLegal(present, to) ? 200 : 409,
          });
          if (status === 200) present = to;
        }
        const { state, dueAt } = await read(reference);
        expect(state).toBe(present);
        expect(dueAt === null).toBe(!['new', 'open'].includes(present));
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    ['API', 'API'],
    ['API', 'panel'],
    ['panel', 'panel'],
  ])('is decided by one of two people at the same moment: %s and %s', async (...ways) => {
    const { documentId, reference } = await store({ state: 'open' });
    const answers = await Promise.all(
      ways.map((way, index) => {
        const to = index === 0 ? 'won' : 'lost';
        return way === 'API'
          ? desk.change(documentId, { status: to })
          : desk.save(documentId, { state: to });
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers[0]?.status === 200 ? 'won' : 'lost';
    expect(await read(reference)).toMatchObject({ state: winner });
  });

  it('of many enquiries can change at the same moment', async () => {
    const stored = [];
    for (let count = 0; count < 15; count += 1) stored.push(await store());
    const answers = await Promise.all(
      stored.map(({ documentId }) => desk.change(documentId, { status: 'answered' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(15).fill(200));
  });
});

describe('the time of the answer', () => {
  it('is noted when the enquiry is answered, and not before', async () => {
    const { documentId, reference } = await store();
    await desk.change(documentId, { status: 'open' });
    expect(await read(reference)).toMatchObject({ answeredAt: null, answeredOnTime: null });
    const { body } = await desk.change(documentId, { status: 'answered' });
    expect(body.data.answeredAt).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('stays that of the first answer, also when the enquiry is opened again', async () => {
    const first = { answeredAt: '2026-01-02T03:04:05.000Z', answeredOnTime: false };
    const { documentId, reference } = await store({ state: 'open', ...first });
    for (const status of ['answered', 'answered', 'open', 'answered', 'won']) {
      expect((await desk.change(documentId, { status })).status).toBe(200);
    }
    expect(await read(reference)).toMatchObject(first);
  });

  it.each([
    ['before it was due', '2999-01-01T00:00:00.000Z', true],
    ['after it was due', '2020-01-01T00:00:00.000Z', false],
  ])('counts as on time or not: %s', async (_, dueAt, answeredOnTime) => {
    const { documentId, reference } = await store({ dueAt });
    await desk.change(documentId, { status: 'answered' });
    expect(await read(reference)).toMatchObject({ answeredOnTime, dueAt: null });
  });

  it('is not for the panel to write', async () => {
    const { documentId, reference } = await store();
    const wished = '2020-01-01T00:00:00.000Z';
    const times = { answeredAt: wished, reopenedAt: wished, dueAt: wished, announcedAt: wished };
    expect((await desk.save(documentId, { state: 'answered', ...times })).status).toBe(200);
    const { answeredAt, reopenedAt, dueAt } = await read(reference);
    expect(answeredAt).not.toBe(wished);
    expect({ reopenedAt, dueAt }).toEqual({ reopenedAt: null, dueAt: null });
  });
});
