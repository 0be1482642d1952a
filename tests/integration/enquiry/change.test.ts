import { signIn, signInToPanel, type Credentials } from '../../helpers/accounts';
import { at } from '../../helpers/clock';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { enquiry, readEnquiry, removeEnquiries, storeEnquiry } from './enquiries';

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

describe('a status', () => {
  const changes = STATUSES.flatMap((from) => STATUSES.map((to) => ({ from, to })));
  const isLegal = ({ from, to }: { from: Status; to: Status }) =>
    from === to || MAY_BECOME[from].includes(to);

  it.each(changes.filter(isLegal))('that is $from can become $to', async ({ from, to }) => {
    const { documentId, reference } = await storeEnquiry(running.strapi, { state: from });
    const { body } = await change(documentId, { status: to }).expect(200);
    expect(body.data).toMatchObject({ documentId, reference, status: to });
    expect(await readEnquiry(running.strapi, reference)).toMatchObject({ state: to });
  });

  it.each(changes.filter((pair) => !isLegal(pair)))(
    'that is $from cannot become $to, and the answer says what it can become',
    async ({ from, to }) => {
      const { documentId, reference } = await storeEnquiry(running.strapi, { state: from });
      const { body } = await change(documentId, { status: to, notes: 'x' }).expect(409);
      expect(body).toEqual({
        data: null,
        error: {
          status: 409,
          name: 'ConflictError',
          message: expect.stringContaining(`is ${from} cannot become ${to}`),
          details: { from, to, allowed: MAY_BECOME[from] },
        },
      });
      const stored = await readEnquiry(running.strapi, reference);
      expect(stored).toMatchObject({ state: from, notes: null });
    },
  );

  it('is decided by one of two people who decide at the same moment', async () => {
    const { documentId, reference } = await storeEnquiry(running.strapi, { state: 'open' });
    const answers = await Promise.all([
      change(documentId, { status: 'won' }),
      change(documentId, { status: 'lost' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers.find(({ status }) => status === 200)?.body.data.status as string;
    expect(await readEnquiry(running.strapi, reference)).toMatchObject({ state: winner });
  });

  it('of many enquiries can change at the same moment', async () => {
    const stored = [];
    for (let count = 0; count < 15; count += 1) stored.push(await storeEnquiry(running.strapi));
    const answers = await Promise.all(
      stored.map(({ documentId }) => change(documentId, { status: 'answered' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(15).fill(200));
  });
});

describe('the time of the answer', () => {
  it('is noted when the enquiry is answered, and not before', async () => {
    const { documentId, reference } = await storeEnquiry(running.strapi);
    await change(documentId, { status: 'open' }).expect(200);
    expect(await readEnquiry(running.strapi, reference)).toMatchObject({ answeredAt: null });
    const { body } = await change(documentId, { status: 'answered' }).expect(200);
    expect(body.data.answeredAt).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('stays that of the first answer', async () => {
    const first = '2026-01-02T03:04:05.000Z';
    const { documentId, reference } = await storeEnquiry(running.strapi, {
      state: 'open',
      answeredAt: first,
    });
    for (const status of ['answered', 'answered', 'open', 'answered', 'won']) {
      await change(documentId, { status }).expect(200);
    }
    expect(await readEnquiry(running.strapi, reference)).toMatchObject({ answeredAt: first });
  });
});

describe('the desk', () => {
  it('assigns an enquiry by address, whatever its case, and takes it back', async () => {
    const { documentId, reference } = await storeEnquiry(running.strapi);
    const assignee = colleague.email.toUpperCase();
    const { body } = await change(documentId, { assignee }).expect(200);
    expect(body.data.assignee).toEqual({ name: 'Panel User', email: colleague.email });
    await change(documentId, { notes: 'Called back.' }).expect(200);
    expect(await readEnquiry(running.strapi, reference)).toMatchObject({
      assignee: { id: colleague.id },
      notes: 'Called back.',
    });
    const taken = await change(documentId, { assignee: null }).expect(200);
    expect(taken.body.data.assignee).toBeNull();
    expect(await readEnquiry(running.strapi, reference)).toMatchObject({ assignee: null });
  });

  it.each(['nobody', 'somebody who has left'])('cannot assign it to %s', async (who) => {
    const gone = await signInToPanel(running, 'enquiry-desk');
    const users = running.strapi.db.query('admin::user');
    await users.update({ where: { id: gone.id }, data: { isActive: false } });
    const { documentId } = await storeEnquiry(running.strapi);
    const assignee = who === 'nobody' ? 'nobody@example.org' : gone.email;
    const { body } = await change(documentId, { assignee }).expect(400);
    expect(body.error.details.errors).toMatchObject([{ path: ['assignee'] }]);
  });

  it.each(['name', 'email', 'message', 'kind', 'reference', 'dueAt', 'answeredAt', 'spamScore'])(
    'cannot change the %s',
    async (field) => {
      const { documentId, reference } = await storeEnquiry(running.strapi);
      const { body } = await change(documentId, { status: 'open', [field]: 'x' }).expect(400);
      expect(body.error.details.errors).toMatchObject([{ path: [field] }]);
      expect(await readEnquiry(running.strapi, reference)).toMatchObject({ state: 'new' });
    },
  );

  it('is told when there is no such enquiry', async () => {
    const nobody = 'a'.repeat(24);
    await get(`/api/enquiries/${nobody}`).expect(404);
    await change(nobody, { status: 'open' }).expect(404);
  });
});

describe('the time by which an enquiry is due', () => {
  const FRIDAY = '2026-01-30T15:00:00.000Z';
  const DUE: Record<string, string> = {
    training: '2026-02-02',
    support: '2026-02-02',
    corporate: '2026-02-03',
    other: '2026-02-04',
    partnership: '2026-02-06',
  };

  it.each(Object.entries(DUE))('follows from its kind: %s', async (kind, due) => {
    const answer = await at(FRIDAY, () =>
      running.request.post('/api/enquiries').send({ data: enquiry({ kind }) }),
    );
    const { dueAt } = await readEnquiry(running.strapi, answer.body.data.reference);
    expect(dueAt.slice(0, 16)).toBe(`${due}T15:00`);
  });

  it.each(Object.entries(DUE))(
    'moves when somebody gives it another kind, counted from when it came in: %s',
    async (kind, due) => {
      const { documentId, reference } = await at(FRIDAY, () => storeEnquiry(running.strapi));
      await running.strapi
        .documents('api::enquiry.enquiry')
        .update({ documentId, data: { kind: kind as 'other' } });
      const { dueAt, createdAt } = await readEnquiry(running.strapi, reference);
      expect(dueAt).toBe(createdAt.replace('2026-01-30', due));
    },
  );

  it('stays when nothing but the status changes', async () => {
    const { documentId, reference, dueAt } = await storeEnquiry(running.strapi);
    await change(documentId, { status: 'open' }).expect(200);
    expect(await readEnquiry(running.strapi, reference)).toMatchObject({ dueAt });
  });
});
