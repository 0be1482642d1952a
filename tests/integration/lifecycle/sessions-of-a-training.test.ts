import { createFactories, createToken, documentsOf, type Factories } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { translatedTrainings } from './translated-trainings';

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
