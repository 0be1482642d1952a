import { eventsAbout, mailsAbout, subscribe } from './announced-events';
import { startDesk, type Desk } from './desk';
import { countEnquiries, enquiry, readEnquiry, removeEnquiries, VISITOR } from './enquiries';
import { createSession, createTraining } from './trainings';

const ENQUIRY = 'api::enquiry.enquiry';
const MAILS = ['mail.confirm-enquiry', 'mail.notify-desk'];

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
  await subscribe(desk.running.strapi);
});

afterAll(() => desk.running.stop());

beforeEach(() => removeEnquiries(desk.running.strapi));

const events = (documentId: string) => eventsAbout(desk.running.strapi, documentId);
const mails = (documentId: string) => mailsAbout(desk.running.strapi, documentId);

/** Sends an enquiry as a visitor does. */
async function send(changes: object = {}) {
  const { body } = await desk.running.request
    .post('/api/enquiries')
    .send({ data: enquiry(changes) })
    .expect(201);
  return readEnquiry(desk.running.strapi, body.data.reference as string);
}

/** Sends an enquiry that is taken for spam. */
const sendSpam = () => send({ website: 'https://spam.example.org' });

/** The types of the events about an enquiry. */
const types = async (documentId: string) => (await events(documentId)).map(({ type }) => type);

describe('an enquiry that comes in', () => {
  it('is told of once, with personal data for those alone who may have them', async () => {
    const { strapi } = desk.running;
    const { documentId: training } = await createTraining(strapi, 'published', 'SQL from scratch');
    const { documentId: session } = await createSession(strapi, training);
    const more = { phone: '0100', company: 'Example Ltd', locale: 'en' };
    const stored = await send({ kind: 'training', training, session, ...more });
    expect(await events(stored.documentId)).toEqual([
      {
        type: 'enquiry.created',
        data: {
          documentId: stored.documentId,
          reference: stored.reference,
          kind: 'training',
          training: { documentId: training, title: 'SQL from scratch', slug: 'sql-from-scratch' },
          locale: 'en',
          receivedAt: stored.createdAt,
          duplicateOf: null,
        },
        personalData: { ...VISITOR, phone: '0100', company: 'Example Ltd' },
      },
    ]);
    expect(await mails(stored.documentId)).toEqual(MAILS);
  });

  it('is told of by whatever way it came in', async () => {
    const { documentId } = await desk.running.strapi
      .documents(ENQUIRY)
      .create({ data: enquiry() as never });
    expect(await types(documentId)).toEqual(['enquiry.created']);
    expect(await mails(documentId)).toEqual(MAILS);
  });

  it('is not told of where others know of it already, as from an import', async () => {
    const { documentId } = await desk.running.strapi
      .documents(ENQUIRY)
      .create({ data: { ...enquiry(), announcedAt: new Date() } as never });
    expect(await types(documentId)).toEqual([]);
    expect(await mails(documentId)).toEqual([]);
  });

  it('is not stored where it cannot be told of', async () => {
    const { strapi, request } = desk.running;
    const outbox = strapi.service('plugin::webhooks.outbox') as unknown as {
      emit: () => Promise<void>;
    };
    const log = jest.spyOn(strapi.log, 'error').mockReturnValue(strapi.log);
    const emit = jest.spyOn(outbox, 'emit').mockRejectedValue(new Error('No room left'));
    await request.post('/api/enquiries').send({ data: enquiry() }).expect(500);
    emit.mockRestore();
    log.mockRestore();
    expect(await countEnquiries(strapi)).toBe(0);
  });
});

describe('a change', () => {
  it('tells what the enquiry is now, what it was, and what changed', async () => {
    const { documentId, reference, dueAt } = await send();
    await desk.change(documentId, { status: 'open' });
    await desk.change(documentId, { status: 'answered' });
    const { answeredAt } = await readEnquiry(desk.running.strapi, reference);
    const shared = { documentId, reference, kind: 'other', training: null };
    expect((await events(documentId)).slice(1)).toEqual([
      {
        type: 'enquiry.updated',
        data: {
          ...shared,
          status: 'open',
          previousStatus: 'new',
          dueAt,
          answeredAt: null,
          changed: ['status'],
        },
        personalData: {},
      },
      {
        type: 'enquiry.updated',
        data: {
          ...shared,
          status: 'answered',
          previousStatus: 'open',
          dueAt: null,
          answeredAt,
          changed: ['status', 'dueAt', 'answeredAt'],
        },
        personalData: {},
      },
    ]);
    expect(await mails(documentId)).toEqual(MAILS);
  });

  it('in the panel is told of as one by the API', async () => {
    const { documentId } = await send();
    const { id } = desk.colleague;
    await desk.save(documentId, {
      state: 'open',
      kind: 'corporate',
      assignee: { connect: [{ id }], disconnect: [] },
      notes: [{ text: 'Called back.' }],
    });
    const [, updated] = await events(documentId);
    expect(updated).toMatchObject({
      data: {
        status: 'open',
        kind: 'corporate',
        changed: ['status', 'kind', 'assignee', 'notes', 'dueAt'],
      },
      personalData: { assignee: { name: 'Panel User', email: desk.colleague.email } },
    });
    expect(JSON.stringify(updated?.data)).not.toMatch(/Panel User|@|Called back/);
  });

  it('of what the visitor wrote tells it to those alone who may have it', async () => {
    const { documentId } = await send();
    const data = { company: 'Example Ltd' };
    await desk.running.strapi.documents(ENQUIRY).update({ documentId, data });
    const [, updated] = await events(documentId);
    expect(updated).toMatchObject({ data: { changed: ['company'] }, personalData: data });
    expect(updated?.data).not.toHaveProperty('company');
  });

  it('that alters nothing is not told of', async () => {
    const { documentId } = await send();
    await desk.change(documentId, {});
    await desk.change(documentId, { status: 'new', assignee: null });
    await desk.save(documentId, { state: 'new', kind: 'other', notes: [], assignee: null });
    expect(await types(documentId)).toEqual(['enquiry.created']);
  });

  it('that is refused is not told of', async () => {
    const { documentId } = await send();
    await desk.change(documentId, { status: 'won', notes: 'Said yes.' });
    expect(await types(documentId)).toEqual(['enquiry.created']);
  });

  it('of many at the same moment is told of in a chain: each status follows from the last', async () => {
    const { documentId } = await send();
    const statuses = ['open', 'answered', 'lost', 'open', 'won', 'answered'];
    await Promise.all(statuses.map((status) => desk.change(documentId, { status })));
    const chain = (await events(documentId)).slice(1).map(({ data }) => data);
    expect(chain.length).toBeGreaterThan(0);
    let present: unknown = 'new';
    for (const { previousStatus, status } of chain) {
      expect(previousStatus).toBe(present);
      present = status;
    }
  });
});

describe('spam', () => {
  it('is told to nobody, whatever the desk does with it', async () => {
    const { documentId } = await sendSpam();
    await desk.change(documentId, { notes: 'Nonsense.' });
    await desk.save(documentId, { kind: 'support', state: 'spam' });
    expect(await types(documentId)).toEqual([]);
    expect(await mails(documentId)).toEqual([]);
  });

  it.each(['new', 'open'])('is told of as if it came in when it becomes %s', async (status) => {
    const { documentId } = await sendSpam();
    await desk.change(documentId, { status });
    const told = await events(documentId);
    expect(told).toMatchObject([{ type: 'enquiry.created', personalData: VISITOR }]);
    expect(await mails(documentId)).toEqual(MAILS);
  });

  it('that others have heard of is a change, forth and back, whose mails can still be sent', async () => {
    const { documentId } = await send();
    await desk.running.strapi.db.connection.raw('DELETE FROM graphile_worker._private_jobs');
    await desk.change(documentId, { status: 'spam' });
    await desk.change(documentId, { notes: 'Nonsense.' });
    await desk.save(documentId, { state: 'new' });
    expect((await events(documentId)).map(({ type, data }) => [type, data.status])).toEqual([
      ['enquiry.created', undefined],
      ['enquiry.updated', 'spam'],
      ['enquiry.updated', 'new'],
    ]);
    expect(await mails(documentId)).toEqual(MAILS);
  });
});
