import {
  createFactories,
  documentsOf,
  hoursFromNow,
  type Factories,
  type Stored,
} from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { documentIds, translatedTrainings } from './translated-trainings';

let running: RunningStrapi;
let make: Factories;
type Translated = ReturnType<typeof translatedTrainings>;
let makeTranslated: Translated['makeTranslated'];
let sessionsAt: Translated['sessionsAt'];
let publicSessionsAt: Translated['publicSessionsAt'];

beforeAll(async () => {
  running = await startStrapi();
  make = createFactories(running.strapi);
  ({ makeTranslated, sessionsAt, publicSessionsAt } = translatedTrainings(running));
});

afterAll(async () => {
  await running.stop();
});

const trainings = () => documentsOf(running.strapi, 'api::training.training');
const sessions = () => documentsOf(running.strapi, 'api::training-session.training-session');

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
