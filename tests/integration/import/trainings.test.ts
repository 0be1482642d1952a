import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { SourceFolder } from './importing';

let running: RunningStrapi;
let folder: SourceFolder;

beforeAll(async () => {
  running = await startStrapi();
});

afterAll(async () => {
  await running.stop();
});

beforeEach(async () => {
  folder = await SourceFolder.make();
});

afterEach(async () => {
  await folder.remove();
});

const populate = ['category', 'tags', 'trainers', 'outcomes', 'modules', 'price', 'faq'] as const;

function findTraining(slug: string, locale = 'en') {
  return running.strapi.documents('api::training.training').findFirst({
    filters: { slug },
    locale,
    status: 'published',
    populate: [...populate],
  });
}

it('publishes trainings of a YAML list with all their parts', async () => {
  await folder.write({
    'list.yaml': `
- code: GIT-1
  title: Git for teams
  summary: Work together.
  outcomes: [Merge, Rebase]
  modules: [{ title: Basics, hours: 3.5 }, { title: Branches }]
  price: { amount: 1200, currency: EUR }
  level: beginner
  category: Software
  tags: [Git]
  trainers: [Robin Roe]
  faq: [{ question: Is it hard?, answer: No. }]
`,
  });
  expect((await folder.import(running.strapi, { publish: true })).counts.created).toBe(1);
  expect(await findTraining('git-for-teams')).toMatchObject({
    code: 'GIT-1',
    level: 'beginner',
    outcomes: [{ text: 'Merge' }, { text: 'Rebase' }],
    modules: [{ title: 'Basics', hours: 3.5 }, { title: 'Branches' }],
    price: { amount: 1200, currency: 'EUR', taxIncluded: false },
    category: { name: 'Software' },
    tags: [{ name: 'Git' }],
    trainers: [{ name: 'Robin Roe' }],
    faq: [{ question: 'Is it hard?', answer: 'No.' }],
  });
});

it('knows the rows of a table again when they are sorted in another way', async () => {
  const rows = ['A;First;C-1;8', 'B;Second;C-2;16'];
  const table = (lines: string[]) => ['title;summary;code;durationHours', ...lines].join('\n');
  await folder.write({ 'list.csv': table(rows) });
  await folder.import(running.strapi);
  await folder.write({ 'list.csv': table(rows.toReversed()) });
  expect((await folder.import(running.strapi)).counts.unchanged).toBe(2);
  await folder.write({ 'list.csv': table([...rows.toReversed(), 'C;Third;C-3;4']) });
  expect((await folder.import(running.strapi)).counts).toMatchObject({ unchanged: 2, created: 1 });
});

it('puts the languages of one training into one document', async () => {
  await folder.write({
    'languages.yaml': `
- { key: shell, title: The shell, summary: Hello, language: English, level: beginner, tags: [Tools] }
- { key: shell, title: La terminal, summary: Hola, language: Spanish, tags: [Herramientas] }
`,
  });
  await folder.import(running.strapi, { publish: true });
  const [english, spanish] = [
    await findTraining('the-shell'),
    await findTraining('la-terminal', 'es'),
  ];
  expect(spanish).toMatchObject({
    documentId: english?.documentId,
    summary: 'Hola',
    level: 'beginner',
    tags: [{ name: 'Herramientas', locale: 'es' }],
  });
  expect((await folder.import(running.strapi, { publish: true })).counts.unchanged).toBe(2);
});

it('leaves alone what an editor has added and the source does not name', async () => {
  const list = (title: string) => `- { code: KEEP, title: ${title}, summary: s }`;
  await folder.write({ 'keep.yaml': list('Keep') });
  await folder.import(running.strapi, { publish: true });
  const { documentId = '' } = (await findTraining('keep')) ?? {};
  await running.strapi.documents('api::training.training').update({
    documentId,
    data: { audience: 'Everybody', outcomes: [{ text: 'Keep calm' }] },
    status: 'published',
  });
  await folder.write({ 'keep.yaml': list('Kept') });
  await folder.import(running.strapi, { publish: true });
  expect(await findTraining('keep')).toMatchObject({
    title: 'Kept',
    audience: 'Everybody',
    outcomes: [{ text: 'Keep calm' }],
  });
});
