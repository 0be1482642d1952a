import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findFiles } from '../../../scripts/import/find-files';
import { openSources, type ReadResult } from '../../../scripts/import/read-source';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'import-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function readAll(files: Record<string, string | Buffer>): Promise<ReadResult[]> {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const found = await findFiles(folder, undefined);
  const sources = await openSources(found, { enabledLocales: ['en', 'es'] });
  return Promise.all(sources.map((source) => source.read()));
}

/** Results in short: what they are, and of what. */
function outline(results: ReadResult[]): string[] {
  return results.map((result) => {
    if (result.kind === 'record') return `${result.record.key} ${result.record.locale ?? '–'}`;
    if (result.kind === 'skipped') return `skipped ${path.basename(result.file)}`;
    const { file, line } = result.position;
    return `refused ${path.basename(file)}:${line ?? '–'} ${result.reason}`;
  });
}

it('takes news.es.md for the Spanish version of news.md, but only for languages of the site', async () => {
  const text = '---\ntitle: a\n---\nb';
  expect(
    outline(await readAll({ 'news.md': text, 'news.es.md': text, 'news.v2.md': text })),
  ).toEqual(['news.md es', 'news.md –', 'news.v2.md –']);
});

it('names entries of lists by file and key, however they are ordered', async () => {
  const results = await readAll({ 'list.yaml': '- title: B\n- title: A\n  code: X\n' });
  expect(outline(results)).toEqual(['list.yaml#b –', 'list.yaml#X –']);
});

it('skips what a folder says about itself', async () => {
  const results = await readAll({ 'README.md': '# Read me', 'a.md': 'no front matter' });
  expect(outline(results)).toEqual([
    'skipped README.md',
    'refused a.md:1 has no front matter: begin it with ---, the fields, and ---',
  ]);
});

it('refuses what cannot be read and reads the rest', async () => {
  const results = await readAll({
    'a.md': Buffer.from([0xff, 0xfe]),
    'b.csv': 'title\na,b\nc\n',
    'c.yaml': 'title: no list',
    'd.yaml': '',
  });
  expect(outline(results)).toEqual([
    'refused a.md:1 is not UTF-8 text; save it with that encoding',
    'refused b.csv:2 has 2 columns here, the first line has 1; check the quotes',
    'b.csv#c –',
    'refused c.yaml:1 must be a list: each training begins with a hyphen',
    'refused d.yaml:– holds no entry',
  ]);
});
