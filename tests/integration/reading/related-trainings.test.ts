import { documentsOf, hoursFromNow, type Stored, type Values } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { relatedTrainings, unlike } from './bookable-trainings';

let running: RunningStrapi;
let trainings: ReturnType<typeof relatedTrainings>;

beforeAll(async () => {
  running = await startStrapi();
  trainings = relatedTrainings(running);
});

afterAll(async () => {
  await running.stop();
});

const titles = (cards: Stored[]) => cards.map(({ title }) => title);

describe('related trainings', () => {
  it('are the pinned ones in their order, then those of the category, tags, level and text', async () => {
    const { category, tag } = await trainings.topics();
    const { documentId: secondTag } = await trainings.make.tag();
    const text = { title: 'Rope access rescue', summary: 'Rope access rescue for mountain crews' };
    const similar = await trainings.make.training({ ...text, title: 'Rope access rescue again' });
    await trainings.make.session({ training: similar.documentId });
    const sameLevel = await trainings.bookable({ level: 'expert' });
    const oneTag = await trainings.bookable({ tags: [tag] });
    const twoTags = await trainings.bookable({ tags: [tag, secondTag] });
    const sameCategory = await trainings.bookable({ category });
    const both = await trainings.bookable({ category, tags: [tag, secondTag], level: 'expert' });
    const pinned = await trainings.bookable({});
    const pinnedFirst = await trainings.bookable({});
    const { documentId } = await trainings.make.training({
      ...text,
      category,
      tags: [tag, secondTag],
      level: 'expert',
      relatedTrainings: [pinnedFirst.documentId, pinned.documentId],
    });
    const expected = [pinnedFirst, pinned, both, sameCategory, twoTags, oneTag, sameLevel, similar];
    expect(titles(await trainings.related(documentId, '?limit=100'))).toEqual(titles(expected));
  });

  it('are the more alike, the earlier, where all else is equal', async () => {
    const { category } = await trainings.topics();
    const far = { title: 'Q1', summary: 'Nothing to do with it' };
    const near = { title: 'Scaffolding', summary: 'Building for site managers' };
    const summary = 'Inspecting and handing over scaffolds';
    const nearest = { title: 'Scaffolding inspection today', summary };
    for (const values of [near, far, nearest]) await trainings.bookable({ ...values, category });
    const { documentId } = await trainings.make.training({
      title: 'Scaffolding inspection',
      summary,
      category,
    });
    expect(titles(await trainings.related(documentId))).toEqual(
      [nearest, near, far].map(({ title }) => title),
    );
  });

  it('say why each of them is there', async () => {
    const { category, categoryName, tag, tagName } = await trainings.topics();
    const text = { title: 'Welding aluminium', summary: 'Welding of aluminium and its alloys' };
    const all = await trainings.bookable({ ...text, category, tags: [tag], level: 'beginner' });
    const { documentId } = await trainings.make.training({
      ...text,
      category,
      tags: [tag],
      level: 'beginner',
      relatedTrainings: [all.documentId],
    });
    const [first] = await trainings.related(documentId);
    expect(first?.reasons).toEqual([
      { kind: 'pinned' },
      { kind: 'category', label: categoryName },
      { kind: 'tag', label: tagName },
      { kind: 'level', label: 'beginner' },
      { kind: 'text' },
    ]);
  });

  it('come as cards', async () => {
    const { category, categoryName } = await trainings.topics();
    const card = await trainings.bookable({
      category,
      price: { amount: 10 },
      sourceKey: 'a source',
    });
    const { documentId } = await trainings.make.training({ ...unlike(), category });
    const [first] = await trainings.related(documentId);
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
    const { documentId } = await trainings.make.training(unlike());
    expect(await trainings.related(documentId)).toEqual([]);
  });

  it('never include the training itself, even where it pins itself', async () => {
    const { category } = await trainings.topics();
    const { documentId } = await trainings.bookable({ category });
    await trainings.make.training({ ...unlike(), relatedTrainings: [documentId] }, { documentId });
    expect(await trainings.related(documentId)).toEqual([]);
  });
});

describe('a draft', () => {
  it('is never related, pinned or not', async () => {
    const { category } = await trainings.topics();
    const draft = await trainings.make.training({ ...unlike(), category }, { status: 'draft' });
    await trainings.make.session({ training: draft.documentId });
    const withdrawn = await trainings.bookable({ category });
    const { documentId } = await trainings.make.training({
      ...unlike(),
      category,
      relatedTrainings: [draft.documentId, withdrawn.documentId],
    });
    const documents = documentsOf(running.strapi, 'api::training.training');
    await documents.unpublish({ documentId: withdrawn.documentId });
    expect(await trainings.related(documentId)).toEqual([]);
  });

  it('does not decide what is related: its published version does', async () => {
    const { category } = await trainings.topics();
    const other = await trainings.bookable({ category });
    const { documentId } = await trainings.make.training({ ...unlike(), category });
    await trainings.make.training({ category: null }, { documentId, status: 'draft' });
    expect(titles(await trainings.related(documentId))).toEqual([other.title]);
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
    const { category } = await trainings.topics();
    const idle = await trainings.make.training({ ...unlike(), category });
    if (session) await trainings.make.session({ training: idle.documentId, ...session });
    const other = await trainings.bookable({ category });
    const { documentId } = await trainings.make.training({
      ...unlike(),
      category,
      relatedTrainings: [idle.documentId],
    });
    expect(titles(await trainings.related(documentId))).toEqual([other.title]);
  });

  it('stays where no other has one either', async () => {
    const { category } = await trainings.topics();
    const [one, two] = [
      await trainings.make.training({ ...unlike(), category }),
      await trainings.make.training({ ...unlike(), category }),
    ];
    await trainings.make.session({ training: one.documentId, ...past });
    const { documentId } = await trainings.make.training({
      ...unlike(),
      category,
      relatedTrainings: [two.documentId, one.documentId],
    });
    expect(titles(await trainings.related(documentId))).toEqual([two.title, one.title]);
  });

  it('is not one whose session is full', async () => {
    const { category } = await trainings.topics();
    const full = await trainings.make.training({ ...unlike(), category });
    await trainings.make.session({ training: full.documentId, bookingState: 'full' });
    const open = await trainings.bookable({ category });
    const { documentId } = await trainings.make.training({ ...unlike(), category });
    expect(titles(await trainings.related(documentId)).sort()).toEqual(
      [full.title, open.title].sort(),
    );
  });
});

describe('the language', () => {
  it('is one for all: a translation is related to translations', async () => {
    const { category } = await trainings.topics();
    await trainings.make.category({}, { documentId: category, locale: 'fr' });
    const other = await trainings.bookable({ category });
    const { documentId } = await trainings.make.training({ ...unlike(), category });
    const untranslated = await trainings.bookable({ category });
    const locale = 'fr';
    await trainings.make.training({ ...unlike(), category }, { documentId, locale });
    const french = await trainings.make.training(
      { ...unlike(), category },
      { documentId: other.documentId, locale },
    );
    expect(titles(await trainings.related(documentId, '?locale=fr'))).toEqual([french.title]);
    expect(titles(await trainings.related(documentId)).sort()).toEqual(
      [other.title, untranslated.title].sort(),
    );
  });

  it('has none in a language that the training is not in', async () => {
    const { documentId } = await trainings.make.training();
    await running.request.get(`/api/trainings/${documentId}/related?locale=de`).expect(404);
  });
});
