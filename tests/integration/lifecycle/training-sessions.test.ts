import {
  createFactories,
  createToken,
  documentsOf,
  hoursFromNow,
  type Factories,
  type Stored,
  type Values,
} from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

const TRAINING = 'api::training.training';
const SESSION = 'api::training-session.training-session';

let running: RunningStrapi;
let make: Factories;

beforeAll(async () => {
  running = await startStrapi();
  make = createFactories(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

const trainings = () => documentsOf(running.strapi, TRAINING);
const sessions = () => documentsOf(running.strapi, SESSION);

function documentIds(documents: unknown): string[] {
  return (documents as Stored[]).map(({ documentId }) => documentId);
}

/** The sessions that visitors, or the panel, see at a training. */
async function sessionsAt(
  documentId: string,
  locale = 'en',
  status = 'published',
): Promise<string[]> {
  const training = await trainings().findOne({
    documentId,
    locale,
    status,
    populate: { sessions: { fields: ['startsAt'] } },
  });
  return documentIds(training?.sessions);
}

/** The same over the API. */
async function publicSessionsAt(documentId: string, locale: string): Promise<string[]> {
  const { body } = await running.request
    .get(`/api/trainings/${documentId}?populate=sessions&locale=${locale}`)
    .expect(200);
  return documentIds(body.data.sessions);
}

/** A training in English and French, both published. */
async function makeTranslated(): Promise<{ documentId: string; english: Stored; french: Stored }> {
  const english = await make.training();
  const { documentId } = english;
  const french = await make.training({}, { documentId, locale: 'fr' });
  return { documentId, english, french };
}

describe('a session', () => {
  it('belongs to its training in every language, draft and published', async () => {
    const { documentId } = await makeTranslated();
    const session = await make.session({ training: documentId });
    const expected = [session.documentId];
    for (const locale of ['en', 'fr']) {
      expect(await publicSessionsAt(documentId, locale)).toEqual(expected);
      expect(await sessionsAt(documentId, locale, 'draft')).toEqual(expected);
    }
  });

  it('belongs to a translation that is made later', async () => {
    const { documentId } = await make.training();
    const session = await make.session({ training: documentId });
    await make.training({}, { documentId, locale: 'es' });
    expect(await publicSessionsAt(documentId, 'es')).toEqual([session.documentId]);
  });

  it('belongs to a training that is published later', async () => {
    const { documentId } = await make.training({}, { status: 'draft' });
    const session = await make.session({ training: documentId });
    await trainings().publish({ documentId });
    expect(await publicSessionsAt(documentId, 'en')).toEqual([session.documentId]);
  });

  it('stays with its training through every change of it', async () => {
    const { documentId } = await makeTranslated();
    const session = await make.session({ training: documentId });
    const change = { documentId, data: { title: 'Changed' } };
    const steps: (() => Promise<unknown>)[] = [
      () => trainings().update(change),
      () => trainings().discardDraft({ documentId }),
      () => trainings().update({ ...change, status: 'published' }),
      () => trainings().publish({ documentId, locale: ['en', 'fr'] }),
      () => trainings().unpublish({ documentId }),
      () => trainings().publish({ documentId }),
      () => trainings().delete({ documentId, locale: 'fr' }),
    ];
    for (const step of steps) {
      await step();
      expect(await sessionsAt(documentId, 'en', 'draft')).toEqual([session.documentId]);
    }
    expect(await publicSessionsAt(documentId, 'en')).toEqual([session.documentId]);
  });

  it('shows its training in the language that is asked for', async () => {
    const { documentId, english, french } = await makeTranslated();
    const session = await make.session({ training: documentId });
    const titleIn = async (query: string) => {
      const { body } = await running.request
        .get(`/api/training-sessions/${session.documentId}?populate=training${query}`)
        .expect(200);
      return (body.data.training as Stored | null)?.title;
    };
    expect(await titleIn('')).toBe(english.title);
    expect(await titleIn('&locale=en')).toBe(english.title);
    expect(await titleIn('&locale=fr')).toBe(french.title);
    expect(await titleIn('&locale=de')).toBeUndefined();
  });

  it('is found once by what its training is', async () => {
    const { documentId } = await makeTranslated();
    await trainings().update({ documentId, data: { code: 'ONCE' }, status: 'published' });
    const session = await make.session({ training: documentId });
    const { body } = await running.request
      .get('/api/training-sessions?filters[training][code]=ONCE')
      .expect(200);
    expect(documentIds(body.data)).toEqual([session.documentId]);
    expect(body.meta.pagination.total).toBe(1);
  });

  it('is no more public than its training', async () => {
    const { documentId } = await make.training({}, { status: 'draft' });
    const session = await make.session({ training: documentId });
    const address = `/api/training-sessions/${session.documentId}?populate=training`;
    await running.request.get(address).expect(404);
    await trainings().publish({ documentId });
    const { body } = await running.request.get(address).expect(200);
    expect(body.data.training.documentId).toBe(documentId);
  });

  it('leaves its old training in every language when it moves to another', async () => {
    const from = await makeTranslated();
    const to = await makeTranslated();
    const session = await make.session({ training: from.documentId });
    await make.session({ training: to.documentId }, { documentId: session.documentId });
    for (const locale of ['en', 'fr']) {
      expect(await publicSessionsAt(from.documentId, locale)).toEqual([]);
      expect(await publicSessionsAt(to.documentId, locale)).toEqual([session.documentId]);
    }
  });

  it.each<[string, (documentId: string) => unknown]>([
    ['null', () => null],
    ['an empty set', () => ({ set: [] })],
    ['a disconnection', (documentId) => ({ disconnect: [{ documentId }] })],
  ])('leaves its training in every language by %s', async (_how, value) => {
    const { documentId } = await makeTranslated();
    const session = await make.session({ training: documentId });
    await sessions().update({
      documentId: session.documentId,
      data: { training: value(documentId) },
    });
    for (const locale of ['en', 'fr']) {
      expect(await sessionsAt(documentId, locale)).toEqual([]);
      expect(await sessionsAt(documentId, locale, 'draft')).toEqual([]);
    }
  });

  it('moves to another training in every language by a connection, as the panel makes it', async () => {
    const from = await makeTranslated();
    const to = await makeTranslated();
    const session = await make.session({ training: from.documentId });
    await sessions().update({
      documentId: session.documentId,
      data: {
        training: {
          connect: [{ documentId: to.documentId, position: { end: true } }],
          disconnect: [{ documentId: from.documentId }],
        },
      },
    });
    for (const locale of ['en', 'fr']) {
      expect(await publicSessionsAt(from.documentId, locale)).toEqual([]);
      expect(await publicSessionsAt(to.documentId, locale)).toEqual([session.documentId]);
    }
  });

  it('stays with its training when another one is disconnected', async () => {
    const { documentId } = await makeTranslated();
    const other = await makeTranslated();
    const session = await make.session({ training: documentId });
    await sessions().update({
      documentId: session.documentId,
      data: { training: { disconnect: [{ documentId: other.documentId }] } },
    });
    for (const locale of ['en', 'fr'])
      expect(await publicSessionsAt(documentId, locale)).toEqual([session.documentId]);
  });

  it('belongs to the training of the session that it is a copy of, in every language', async () => {
    const { documentId } = await makeTranslated();
    const session = await make.session({ training: documentId });
    const { entries } = await sessions().clone({ documentId: session.documentId });
    const expected = [session.documentId, entries[0]?.documentId];
    for (const locale of ['en', 'fr'])
      expect((await publicSessionsAt(documentId, locale)).sort()).toEqual([...expected].sort());
  });

  it('keeps its training when anything else changes', async () => {
    const { documentId } = await makeTranslated();
    const session = await make.session({ training: documentId });
    await sessions().update({ documentId: session.documentId, data: { capacity: 5 } });
    expect(await publicSessionsAt(documentId, 'fr')).toEqual([session.documentId]);
  });

  it('stays in order with the others of its training', async () => {
    const { documentId } = await make.training();
    const expected = [];
    for (const hours of [30, 10, 20])
      expected.push(
        (
          await make.session({
            training: documentId,
            startsAt: hoursFromNow(hours),
            endsAt: hoursFromNow(40),
          })
        ).documentId,
      );
    await make.training({}, { documentId, locale: 'fr' });
    expect(await publicSessionsAt(documentId, 'fr')).toEqual(expected);
  });
});

describe('the sessions of a training', () => {
  it.each<[string, (session: string) => unknown]>([
    ['a list', (session) => [session]],
    ['a set', (session) => ({ set: [{ documentId: session }] })],
    ['a connection', (session) => ({ connect: [session] })],
    ['a disconnection', (session) => ({ disconnect: [session] })],
  ])('cannot be changed from its side by %s', async (_how, value) => {
    const { documentId } = await make.training();
    const other = await make.training();
    const session = await make.session({ training: other.documentId });
    const token = await createToken(running.strapi);
    const { body } = await running.request
      .put(`/api/trainings/${documentId}`)
      .set(token)
      .send({ data: { sessions: value(session.documentId) } })
      .expect(400);
    expect(body.error.details.errors[0].path).toEqual(['sessions']);
    expect(await publicSessionsAt(other.documentId, 'en')).toEqual([session.documentId]);
  });

  it.each<[string, unknown]>([
    ['an empty list', []],
    ['null', null],
    ['empty connections', { connect: [], disconnect: [] }],
  ])('stay when a save carries %s', async (_how, value) => {
    const { documentId } = await make.training();
    const session = await make.session({ training: documentId });
    await make.training({ sessions: value }, { documentId });
    expect(await publicSessionsAt(documentId, 'en')).toEqual([session.documentId]);
  });

  it('stay with the original when it is copied; the copy has none, and no code', async () => {
    const { documentId } = await makeTranslated();
    await trainings().update({ documentId, data: { code: 'COPIED' }, status: 'published' });
    const session = await make.session({ training: documentId });
    const { entries } = await trainings().clone({ documentId, locale: '*' });
    const copy = entries[0]?.documentId ?? '';
    for (const locale of ['en', 'fr']) {
      expect(await sessionsAt(copy, locale, 'draft')).toEqual([]);
      expect(await publicSessionsAt(documentId, locale)).toEqual([session.documentId]);
    }
    expect(entries.map(({ code }) => code)).toEqual([null, null]);
    await trainings().publish({ documentId: copy });
    expect(await publicSessionsAt(documentId, 'en')).toEqual([session.documentId]);
  });
});

describe('a session is checked:', () => {
  const TEN = '2030-05-06T10:00:00.000Z';
  const ELEVEN = '2030-05-06T11:00:00.000Z';
  const noon = { startsAt: TEN, endsAt: ELEVEN };

  const refusal = (path: (string | number)[]) => ({
    name: 'ValidationError',
    details: { errors: [expect.objectContaining({ path })] },
  });

  it.each<[string, Values, string[]]>([
    ['it ends before it starts', { startsAt: ELEVEN, endsAt: TEN }, ['endsAt']],
    ['it ends when it starts', { startsAt: TEN, endsAt: TEN }, ['endsAt']],
    ['its time zone does not exist', { timezone: 'Europe/Atlantis' }, ['timezone']],
    ['its time zone is an offset', { timezone: '+02:00' }, ['timezone']],
    ['more seats are left than there are', { capacity: 10, seatsLeft: 11 }, ['seatsLeft']],
    [
      'its price is in no currency',
      { price: { amount: 1, currency: 'EUX' } },
      ['price', 'currency'],
    ],
  ])('refused where %s', async (_what, values, path) => {
    await expect(make.session({ ...noon, ...values })).rejects.toMatchObject(refusal(path));
  });

  it.each<[string, Values]>([
    ['fewer seats than none', { capacity: -1 }],
    ['fewer seats left than none', { capacity: 1, seatsLeft: -1 }],
    ['half a seat', { capacity: 1.5 }],
    ['a price below nothing', { price: { amount: -1, currency: 'EUR' } }],
    ['no time zone', { timezone: null }],
    ['no end', { endsAt: null }],
    ['no date as its start', { startsAt: 'tomorrow' }],
    ['an unknown state', { bookingState: 'maybe' }],
  ])('refused with %s', async (_what, values) => {
    await expect(make.session({ ...noon, ...values })).rejects.toMatchObject({
      name: 'ValidationError',
    });
  });

  it('all its faults are told at once', async () => {
    await expect(
      make.session({
        startsAt: ELEVEN,
        endsAt: TEN,
        timezone: 'Nowhere',
        capacity: 1,
        seatsLeft: 2,
      }),
    ).rejects.toMatchObject({
      details: {
        errors: [{ path: ['endsAt'] }, { path: ['timezone'] }, { path: ['seatsLeft'] }],
      },
    });
  });

  it('a change is checked against what is stored', async () => {
    const { documentId } = await make.session({ ...noon, capacity: 10, seatsLeft: 5 });
    const update = (data: Values) => sessions().update({ documentId, data });
    await expect(update({ startsAt: '2030-05-06T12:00:00Z' })).rejects.toMatchObject(
      refusal(['endsAt']),
    );
    await expect(update({ endsAt: '2030-05-06T09:00:00Z' })).rejects.toMatchObject(
      refusal(['endsAt']),
    );
    await expect(update({ capacity: 4 })).rejects.toMatchObject(refusal(['seatsLeft']));
    await expect(update({ seatsLeft: 11 })).rejects.toMatchObject(refusal(['seatsLeft']));
    const moved = await update({ startsAt: ELEVEN, endsAt: '2030-05-06T12:00:00Z', capacity: 5 });
    expect(moved).toMatchObject({ startsAt: ELEVEN, capacity: 5, seatsLeft: 5 });
  });

  it.each([12, 1, 0])('all of %i seats are left where nobody says otherwise', async (capacity) => {
    expect(await make.session({ capacity })).toMatchObject({ capacity, seatsLeft: capacity });
  });

  it('as many seats are left as an editor says', async () => {
    expect(await make.session({ capacity: 9, seatsLeft: 0 })).toMatchObject({ seatsLeft: 0 });
  });

  it('its currency is stored in capitals', async () => {
    const { documentId } = await make.training();
    await make.session({ training: documentId, price: { amount: 100, currency: 'chf' } });
    const { body } = await running.request
      .get('/api/training-sessions?populate=price&filters[price][amount]=100')
      .expect(200);
    expect(body.data[0].price).toMatchObject({ amount: 100, currency: 'CHF', taxIncluded: false });
  });
});

describe('the price of a training', () => {
  it('is in a currency that exists', async () => {
    await expect(make.training({ price: { amount: 1, currency: 'XXY' } })).rejects.toMatchObject({
      name: 'ValidationError',
      details: { errors: [{ path: ['price', 'currency'] }] },
    });
  });

  it('is in euros where nobody says otherwise', async () => {
    const { documentId } = await make.training({ price: { amount: 250 } });
    const { body } = await running.request
      .get(`/api/trainings/${documentId}?populate=price`)
      .expect(200);
    expect(body.data.price).toMatchObject({ amount: 250, currency: 'EUR', taxIncluded: false });
  });
});

describe('pinned trainings', () => {
  /** Three trainings, and the order in which an editor pins them: not that of their making. */
  async function makePins(status: 'draft' | 'published' = 'published'): Promise<string[]> {
    const [a, b, c] = [
      await make.training({}, { status }),
      await make.training({}, { status }),
      await make.training({}, { status }),
    ].map(({ documentId }) => documentId);
    return [c, a, b].map(String);
  }

  async function pinsOf(slug: string, locale = 'en'): Promise<string[]> {
    const { body } = await running.request
      .get(`/api/blogs/by-slug/${slug}?locale=${locale}`)
      .expect(200);
    return documentIds(body.data.relatedTrainings);
  }

  it('keep their order when the blog is published, and again', async () => {
    const pins = await makePins();
    const { documentId, slug } = await make.blog({ relatedTrainings: pins }, { status: 'draft' });
    const blogs = documentsOf(running.strapi, 'api::blog.blog');
    for (let times = 0; times < 3; times += 1) {
      await blogs.publish({ documentId });
      expect(await pinsOf(slug)).toEqual(pins);
    }
    const draft = await blogs.findOne({ documentId, populate: ['relatedTrainings'] });
    expect(documentIds(draft?.relatedTrainings)).toEqual(pins);
  });

  it('keep their order when one of them is published again', async () => {
    const pins = await makePins();
    const { slug } = await make.blog({ relatedTrainings: pins });
    for (const documentId of pins) {
      await trainings().publish({ documentId });
      expect(await pinsOf(slug)).toEqual(pins);
    }
    for (const documentId of pins) {
      await make.training({}, { documentId });
      expect(await pinsOf(slug)).toEqual(pins);
    }
  });

  it('keep their order when they are put in another one', async () => {
    const pins = await makePins();
    const { documentId, slug } = await make.blog({ relatedTrainings: pins });
    const turned = [...pins].reverse();
    await make.blog({ relatedTrainings: turned }, { documentId });
    expect(await pinsOf(slug)).toEqual(turned);
    const [first = '', second = '', third = ''] = turned;
    await make.blog(
      { relatedTrainings: { connect: [{ documentId: third, position: { before: first } }] } },
      { documentId },
    );
    expect(await pinsOf(slug)).toEqual([third, first, second]);
  });

  it('keep their order in each language', async () => {
    const pins = await makePins();
    for (const documentId of pins) await make.training({}, { documentId, locale: 'fr' });
    const { documentId, slug } = await make.blog({ relatedTrainings: pins });
    const turned = [...pins].reverse();
    const french = await make.blog({ relatedTrainings: turned }, { documentId, locale: 'fr' });
    expect(await pinsOf(slug)).toEqual(pins);
    expect(await pinsOf(french.slug, 'fr')).toEqual(turned);
    for (const pin of pins) await trainings().publish({ documentId: pin, locale: ['en', 'fr'] });
    expect(await pinsOf(slug)).toEqual(pins);
    expect(await pinsOf(french.slug, 'fr')).toEqual(turned);
  });

  it('appear in their order as they are published', async () => {
    const pins = await makePins('draft');
    const { documentId, slug } = await make.blog({ relatedTrainings: pins });
    expect(await pinsOf(slug)).toEqual([]);
    for (const pin of [...pins].reverse()) await trainings().publish({ documentId: pin });
    await documentsOf(running.strapi, 'api::blog.blog').publish({ documentId });
    expect(await pinsOf(slug)).toEqual(pins);
  });

  it('keep their order at a training, when it and they are published again', async () => {
    const pins = await makePins();
    const { documentId } = await make.training({ relatedTrainings: pins });
    const pinned = async () => {
      const { body } = await running.request
        .get(`/api/trainings/${documentId}?populate=relatedTrainings`)
        .expect(200);
      return documentIds(body.data.relatedTrainings);
    };
    expect(await pinned()).toEqual(pins);
    for (const pin of pins) await trainings().publish({ documentId: pin });
    expect(await pinned()).toEqual(pins);
    await trainings().publish({ documentId });
    expect(await pinned()).toEqual(pins);
  });
});
