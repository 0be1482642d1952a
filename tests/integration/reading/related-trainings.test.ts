import { createHash } from 'node:crypto';

import {
  createFactories,
  documentsOf,
  hoursFromNow,
  type Factories,
  type Stored,
  type Values,
} from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

let running: RunningStrapi;
let make: Factories;

beforeAll(async () => {
  running = await startStrapi();
  make = createFactories(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

let count = 0;

/** A title and a summary like no other's: what is alike then is what the test says. */
function unlike(): Values {
  count += 1;
  const title = createHash('sha256').update(String(count)).digest('base64url');
  return { title, summary: title };
}

/** A topic that only the trainings of one test share. */
async function topics() {
  const { documentId: category, name: categoryName } = await make.category();
  const { documentId: tag, name: tagName } = await make.tag();
  return { category, categoryName, tag, tagName };
}

async function bookable(values: Values): Promise<Stored> {
  const training = await make.training({ ...unlike(), ...values });
  await make.session({ training: training.documentId });
  return training;
}

interface Card extends Stored {
  reasons: { kind: string; label?: string }[];
}

async function related(documentId: string, query = ''): Promise<Card[]> {
  const { body } = await running.request
    .get(`/api/trainings/${documentId}/related${query}`)
    .expect(200);
  return body.data as Card[];
}

const titles = (cards: Stored[]) => cards.map(({ title }) => title);

describe('related trainings', () => {
  it('are the pinned ones in their order, then those of the category, tags, level and text', async () => {
    const { category, tag } = await topics();
    const { documentId: secondTag } = await make.tag();
    const text = { title: 'Rope access rescue', summary: 'Rope access rescue for mountain crews' };
    const similar = await make.training({ ...text, title: 'Rope access rescue again' });
    await make.session({ training: similar.documentId });
    const sameLevel = await bookable({ level: 'expert' });
    const oneTag = await bookable({ tags: [tag] });
    const twoTags = await bookable({ tags: [tag, secondTag] });
    const sameCategory = await bookable({ category });
    const both = await bookable({ category, tags: [tag, secondTag], level: 'expert' });
    const pinned = await bookable({});
    const pinnedFirst = await bookable({});
    const { documentId } = await make.training({
      ...text,
      category,
      tags: [tag, secondTag],
      level: 'expert',
      relatedTrainings: [pinnedFirst.documentId, pinned.documentId],
    });
    const expected = [pinnedFirst, pinned, both, sameCategory, twoTags, oneTag, sameLevel, similar];
    expect(titles(await related(documentId, '?limit=100'))).toEqual(titles(expected));
  });

  it('are the more alike, the earlier, where all else is equal', async () => {
    const { category } = await topics();
    const far = { title: 'Q1', summary: 'Nothing to do with it' };
    const near = { title: 'Scaffolding', summary: 'Building for site managers' };
    const summary = 'Inspecting and handing over scaffolds';
    const nearest = { title: 'Scaffolding inspection today', summary };
    for (const values of [near, far, nearest]) await bookable({ ...values, category });
    const { documentId } = await make.training({
      title: 'Scaffolding inspection',
      summary,
      category,
    });
    expect(titles(await related(documentId))).toEqual(
      [nearest, near, far].map(({ title }) => title),
    );
  });

  it('say why each of them is there', async () => {
    const { category, categoryName, tag, tagName } = await topics();
    const text = { title: 'Welding aluminium', summary: 'Welding of aluminium and its alloys' };
    const all = await bookable({ ...text, category, tags: [tag], level: 'beginner' });
    const { documentId } = await make.training({
      ...text,
      category,
      tags: [tag],
      level: 'beginner',
      relatedTrainings: [all.documentId],
    });
    const [first] = await related(documentId);
    expect(first?.reasons).toEqual([
      { kind: 'pinned' },
      { kind: 'category', label: categoryName },
      { kind: 'tag', label: tagName },
      { kind: 'level', label: 'beginner' },
      { kind: 'text' },
    ]);
  });

  it('come as cards', async () => {
    const { category, categoryName } = await topics();
    const card = await bookable({ category, price: { amount: 10 }, sourceKey: 'a source' });
    const { documentId } = await make.training({ ...unlike(), category });
    const [first] = await related(documentId);
    expect(first).toEqual({
      id: expect.any(Number),
      documentId: card.documentId,
      title: card.title,
      slug: card.slug,
      code: null,
      summary: card.summary,
      level: null,
      mode: null,
      durationHours: null,
      featured: false,
      price: expect.objectContaining({ amount: 10, currency: 'EUR' }),
      category: expect.objectContaining({ name: categoryName }),
      cover: null,
      reasons: [{ kind: 'category', label: categoryName }],
    });
  });

  it('are none where nothing is alike', async () => {
    const { documentId } = await make.training(unlike());
    expect(await related(documentId)).toEqual([]);
  });

  it('never include the training itself, even where it pins itself', async () => {
    const { category } = await topics();
    const { documentId } = await bookable({ category });
    await make.training({ ...unlike(), relatedTrainings: [documentId] }, { documentId });
    expect(await related(documentId)).toEqual([]);
  });
});

describe('a draft', () => {
  it('is never related, pinned or not', async () => {
    const { category } = await topics();
    const draft = await make.training({ ...unlike(), category }, { status: 'draft' });
    await make.session({ training: draft.documentId });
    const withdrawn = await bookable({ category });
    const { documentId } = await make.training({
      ...unlike(),
      category,
      relatedTrainings: [draft.documentId, withdrawn.documentId],
    });
    const trainings = documentsOf(running.strapi, 'api::training.training');
    await trainings.unpublish({ documentId: withdrawn.documentId });
    expect(await related(documentId)).toEqual([]);
  });

  it('does not decide what is related: its published version does', async () => {
    const { category } = await topics();
    const other = await bookable({ category });
    const { documentId } = await make.training({ ...unlike(), category });
    await make.training({ category: null }, { documentId, status: 'draft' });
    expect(titles(await related(documentId))).toEqual([other.title]);
  });
});

describe('a training without a session to come', () => {
  const past = { startsAt: hoursFromNow(-30), endsAt: hoursFromNow(-20) };

  it.each<[string, Values | undefined]>([
    ['without any session', undefined],
    ['whose sessions are over', past],
    ['whose session has begun', { startsAt: hoursFromNow(-1), endsAt: hoursFromNow(1) }],
    ['whose session is cancelled', { bookingState: 'cancelled' }],
    ['whose session is completed', { bookingState: 'completed' }],
  ])('(%s) is left out while another one has one', async (_what, session) => {
    const { category } = await topics();
    const idle = await make.training({ ...unlike(), category });
    if (session) await make.session({ training: idle.documentId, ...session });
    const other = await bookable({ category });
    const { documentId } = await make.training({
      ...unlike(),
      category,
      relatedTrainings: [idle.documentId],
    });
    expect(titles(await related(documentId))).toEqual([other.title]);
  });

  it('stays where no other has one either', async () => {
    const { category } = await topics();
    const [one, two] = [
      await make.training({ ...unlike(), category }),
      await make.training({ ...unlike(), category }),
    ];
    await make.session({ training: one.documentId, ...past });
    const { documentId } = await make.training({
      ...unlike(),
      category,
      relatedTrainings: [two.documentId, one.documentId],
    });
    expect(titles(await related(documentId))).toEqual([two.title, one.title]);
  });

  it('is not one whose session is full', async () => {
    const { category } = await topics();
    const full = await make.training({ ...unlike(), category });
    await make.session({ training: full.documentId, bookingState: 'full' });
    const open = await bookable({ category });
    const { documentId } = await make.training({ ...unlike(), category });
    expect(titles(await related(documentId)).sort()).toEqual([full.title, open.title].sort());
  });
});

describe('the language', () => {
  it('is one for all: a translation is related to translations', async () => {
    const { category } = await topics();
    await make.category({}, { documentId: category, locale: 'fr' });
    const other = await bookable({ category });
    const { documentId } = await make.training({ ...unlike(), category });
    const untranslated = await bookable({ category });
    const locale = 'fr';
    await make.training({ ...unlike(), category }, { documentId, locale });
    const french = await make.training(
      { ...unlike(), category },
      { documentId: other.documentId, locale },
    );
    expect(titles(await related(documentId, '?locale=fr'))).toEqual([french.title]);
    expect(titles(await related(documentId)).sort()).toEqual(
      [other.title, untranslated.title].sort(),
    );
  });

  it('has none in a language that the training is not in', async () => {
    const { documentId } = await make.training();
    await running.request.get(`/api/trainings/${documentId}/related?locale=de`).expect(404);
  });
});

describe('the request', () => {
  it('gets six at most where it names no limit, and as many as it names', async () => {
    const { category } = await topics();
    for (let made = 0; made < 8; made += 1) await bookable({ category });
    const { documentId } = await make.training({ ...unlike(), category });
    expect(await related(documentId)).toHaveLength(6);
    expect(await related(documentId, '?limit=1')).toHaveLength(1);
    expect(await related(documentId, '?limit=100')).toHaveLength(8);
  });

  it.each(['0', '101', '-1', '1.5', 'many', '', '1e9', 'NaN'])(
    'with a limit of "%s" is refused',
    async (limit) => {
      const { documentId } = await make.training();
      const { body } = await running.request
        .get(`/api/trainings/${documentId}/related?limit=${limit}`)
        .expect(400);
      expect(body.error.details.errors).toEqual([expect.objectContaining({ path: ['limit'] })]);
    },
  );

  it('with anything else is refused', async () => {
    const { documentId } = await make.training();
    const { body } = await running.request
      .get(`/api/trainings/${documentId}/related?populate=*&sort=title`)
      .expect(400);
    const paths = (body.error.details.errors as { path: string[] }[]).map(({ path }) => path);
    expect(paths).toEqual([['populate'], ['sort']]);
  });

  it.each(['unknown', '0', '%27%20OR%201=1--', 'a'.repeat(500)])(
    'for the training %s finds nothing',
    async (documentId) => {
      const { body } = await running.request
        .get(`/api/trainings/${documentId}/related`)
        .expect(404);
      expect(body).toEqual({
        data: null,
        error: { status: 404, name: 'NotFoundError', message: 'Not Found', details: {} },
      });
    },
  );

  it('for a draft finds nothing', async () => {
    const { documentId } = await make.training({}, { status: 'draft' });
    await running.request.get(`/api/trainings/${documentId}/related`).expect(404);
  });
});
