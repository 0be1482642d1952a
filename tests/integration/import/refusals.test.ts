import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { post, SourceFolder } from './importing';

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

const countBlogs = () => running.strapi.documents('api::blog.blog').count({});

it('reports each bad file with its name, line and reason, and imports the others', async () => {
  await folder.write({
    'a.md': post('title: A'),
    'b.md': '---\ntitle: B\ntags: [a, b\n---\ntext',
    'c.md': post('title: C\ndate: tomorrow'),
    'd.md': Buffer.from('---\ntitle: caf\u00e9\n---\ntext', 'latin1'),
    'e.md': post('title: E'),
  });
  const before = await countBlogs();
  const { counts, refusals } = await folder.import(running.strapi);

  expect(counts).toMatchObject({ created: 2, refused: 3 });
  expect(await countBlogs()).toBe(before + 2);
  const reported = refusals.map(({ position, reason }) => [
    position.file.slice(folder.path.length + 1),
    position.line,
    reason.slice(0, 20),
  ]);
  expect(reported.sort()).toEqual([
    ['b.md', 4, 'is not valid YAML: F'],
    ['c.md', 3, '"date" must be a dat'],
    ['d.md', 2, 'is not UTF-8 text; s'],
  ]);
});

it('refuses the second of two entries that are the same document', async () => {
  await folder.write({
    'list.yaml': '- title: A\n  summary: a\n  code: X-1\n- title: B\n  summary: b\n  code: X-1\n',
  });
  const { counts, refusals } = await folder.import(running.strapi);
  expect(counts).toMatchObject({ created: 1, refused: 1 });
  expect(refusals[0]).toMatchObject({ position: { line: 4 } });
  expect(refusals[0]?.reason).toMatch(/is the same document as .*list\.yaml:1/);
});

it('refuses a code that a training of an editor has, and says so before it writes', async () => {
  await running.strapi.documents('api::training.training').create({
    data: { title: 'By an editor', slug: 'by-an-editor', summary: 'a', code: 'TAKEN' },
  });
  await folder.write({ 'codes.yaml': '- title: A\n  summary: a\n  code: TAKEN\n' });
  for (const isDryRun of [true, false]) {
    const { refusals } = await folder.import(running.strapi, { isDryRun });
    expect(refusals[0]?.reason).toContain('"TAKEN"');
  }
});

it('tells what Strapi finds wrong with a document, by field', async () => {
  // The import checks all that it knows of; this stands for a rule that is made later.
  const stop = running.strapi.documents.use.bind(running.strapi.documents);
  const { errors } = await import('@strapi/utils');
  stop(async (context, next) => {
    const { data } = context.params as { data?: { title?: string } };
    if (data?.title !== 'Forbidden') return next();
    throw new errors.ValidationError('2 errors occurred', {
      errors: [{ path: ['title'], message: 'must be another', name: 'ValidationError' }],
    });
  });
  await folder.write({ 'f.md': post('title: Forbidden'), 'g.md': post('title: Fine') });
  const { counts, refusals } = await folder.import(running.strapi);
  expect(counts).toMatchObject({ created: 1, refused: 1 });
  expect(refusals[0]?.reason).toBe('was refused: "title": must be another');
});

it('stops when no document is to blame, after those that are being written', async () => {
  running.strapi.documents.use(async (context, next) => {
    const { data } = context.params as { data?: { title?: string } };
    if (data?.title === 'Unlucky') throw new Error('connection lost');
    return next();
  });
  const files = Array.from({ length: 50 }, (_, at) => [`p${at}.md`, post(`title: P${at}`)]);
  await folder.write({
    'a.md': post('title: Unlucky'),
    ...(Object.fromEntries(files) as Record<string, string>),
  });
  const before = await countBlogs();
  await expect(folder.import(running.strapi)).rejects.toThrow('connection lost');
  expect(await countBlogs()).toBeLessThan(before + 25);
});
