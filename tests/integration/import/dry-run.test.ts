import { Client } from 'pg';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { post, SourceFolder } from './importing';

let running: RunningStrapi;
let folder: SourceFolder;

beforeAll(async () => {
  running = await startStrapi();
  folder = await SourceFolder.make();
});

afterAll(async () => {
  await folder.remove();
  await running.stop();
});

/** Every row of the tables that an import could write to. */
async function content(): Promise<unknown> {
  const client = new Client({ connectionString: running.databaseUrl });
  await client.connect();
  const tables = ['blogs', 'trainings', 'people', 'tags', 'categories', 'redirects'];
  const rows = await Promise.all(
    tables.map((table) => client.query(`SELECT * FROM ${table} ORDER BY id`)),
  );
  await client.end();
  return rows.map((result) => result.rows as unknown);
}

it('writes nothing, and reports what the real run then does', async () => {
  await folder.write({
    'old.md': post('title: Old'),
    'changing.md': post('title: Changing'),
  });
  await folder.import(running.strapi, { publish: true });
  await folder.write({
    'changing.md': post('title: Changed'),
    'new.md': post('title: New\nauthor: Robin Roe\ntags: [a]\ncategory: b'),
    'bad.md': post('date: 2020-01-01'),
    'list.yaml': '- title: T\n  summary: s\n- title: T\n  summary: s\n',
  });
  const before = await content();
  const dry = await folder.import(running.strapi, { publish: true, isDryRun: true });
  expect(await content()).toEqual(before);

  const real = await folder.import(running.strapi, { publish: true });
  expect(dry.counts).toEqual({ created: 2, updated: 1, unchanged: 1, refused: 2 });
  expect(real.counts).toEqual(dry.counts);
  expect(real.refusals).toEqual(dry.refusals);
});
