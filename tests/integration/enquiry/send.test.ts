import { at } from '../../helpers/clock';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { countEnquiries, enquiry, readEnquiry, removeEnquiries, VISITOR } from './enquiries';
import { createSession, createTraining } from './trainings';

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi({ RATE_LIMIT_ENQUIRIES: '100000', DATABASE_POOL_MAX: '2' });
});

afterAll(async () => {
  await running.stop();
});

beforeEach(async () => {
  await removeEnquiries(running.strapi);
});

const send = (data: object) => running.request.post('/api/enquiries').send({ data });

describe('an enquiry that is right', () => {
  it('is answered with its reference and the time it came in, and nothing else', async () => {
    const answer = await send(enquiry()).expect(201);
    expect(answer.body).toEqual({
      data: {
        reference: expect.stringMatching(/^ENQ-\d{4}-\d{6}$/),
        receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      },
      meta: {},
    });
    for (const personal of Object.values(VISITOR)) {
      expect(answer.text + JSON.stringify(answer.headers)).not.toContain(personal);
    }
  });

  it('is stored with everything that the visitor wrote', async () => {
    const { documentId: training } = await createTraining(running.strapi, 'published');
    const { documentId: session } = await createSession(running.strapi, training);
    const written = {
      kind: 'training',
      ...VISITOR,
      phone: '+33 1 00 00 00 00',
      company: 'Example Ltd',
      acceptedPolicyVersion: 2,
    };
    const source = {
      page: '/trainings/canary',
      referrer: 'https://search.example/?q=canary',
      utm: { source: 'newsletter', campaign: 'spring' },
    };
    const answer = await send({ ...written, training, session, locale: 'fr', source }).expect(201);

    expect(await readEnquiry(running.strapi, answer.body.data.reference)).toMatchObject({
      ...written,
      reference: answer.body.data.reference,
      createdAt: answer.body.data.receivedAt,
      training: { documentId: training },
      session: { documentId: session },
      visitorLocale: 'fr',
      source,
      state: 'new',
      spamScore: 10,
      spamReasons: ['no-form-token'],
      assignee: null,
      notes: [],
      answeredAt: null,
    });
  });

  it('may leave out, empty or null what is optional', async () => {
    const nothing = { phone: '', company: null, training: null, session: null, source: null };
    const { body } = await send(enquiry({ ...nothing, locale: null, website: '' })).expect(201);
    expect(await readEnquiry(running.strapi, body.data.reference)).toMatchObject({
      phone: null,
      company: null,
      training: null,
      session: null,
      source: null,
      visitorLocale: null,
    });
  });

  it('loses the space around what was written, and nothing inside', async () => {
    const data = enquiry({ name: '  Visitor  Canary ', message: '\n Two\n\nparagraphs \n' });
    const { body } = await send(data).expect(201);
    expect(await readEnquiry(running.strapi, body.data.reference)).toMatchObject({
      name: 'Visitor  Canary',
      message: 'Two\n\nparagraphs',
    });
  });

  it('gets a reference of its own, also when twenty come at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(enquiry())));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map(({ body }) => body.data.reference)).size).toBe(20);
    expect(await countEnquiries(running.strapi)).toBe(20);
  });

  it('has the year in which it came in (UTC) in its reference', async () => {
    await at('2031-01-01T00:00:00Z', async () => {
      const { body } = await send(enquiry()).expect(201);
      expect(body.data.reference).toMatch(/^ENQ-2031-/);
      expect(body.data.receivedAt).toMatch(/^2031-01-01T/);
    });
  });
});

describe('the training and the session that an enquiry is about', () => {
  const fault = (path: string) => [
    { path: [path], name: 'ValidationError', message: expect.stringMatching(/\w{5}/) },
  ];

  async function expectRefused(data: object, path: string): Promise<void> {
    const { body } = await send(enquiry(data)).expect(400);
    expect(body.error.details.errors).toEqual(fault(path));
    expect(await countEnquiries(running.strapi)).toBe(0);
  }

  it('must exist', async () => {
    const nobody = 'a'.repeat(24);
    await expectRefused({ training: nobody }, 'training');
    await expectRefused({ session: nobody }, 'session');
  });

  it('must be published', async () => {
    const { documentId: training } = await createTraining(running.strapi, 'draft');
    const { documentId: session } = await createSession(running.strapi, training);
    await expectRefused({ training }, 'training');
    await expectRefused({ session }, 'session');
  });

  it('must belong together', async () => {
    const { documentId: training } = await createTraining(running.strapi, 'published');
    const { documentId: other } = await createTraining(running.strapi, 'published');
    const { documentId: session } = await createSession(running.strapi, other);
    await expectRefused({ training, session }, 'session');
  });

  it('are both reported when both are wrong', async () => {
    const nobody = 'a'.repeat(24);
    const { body } = await send(enquiry({ training: nobody, session: nobody })).expect(400);
    expect(body.error.details.errors).toMatchObject([
      { path: ['training'] },
      { path: ['session'] },
    ]);
  });

  it('may be a session alone', async () => {
    const { documentId: training } = await createTraining(running.strapi, 'published');
    const { documentId: session } = await createSession(running.strapi, training);
    await send(enquiry({ session })).expect(201);
  });

  it('stay with the enquiry when the training is published again', async () => {
    const { documentId } = await createTraining(running.strapi, 'published', 'First title');
    const { body } = await send(enquiry({ training: documentId })).expect(201);
    const trainings = running.strapi.documents('api::training.training');
    await trainings.update({ documentId, data: { title: 'Second title' }, status: 'published' });
    expect(await readEnquiry(running.strapi, body.data.reference)).toMatchObject({
      training: { documentId, title: 'Second title' },
    });
  });
});
