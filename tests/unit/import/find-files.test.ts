import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findFiles } from '../../../scripts/import/find-files';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'import-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
    await writeFile(path.join(folder, name), 'text');
  }
}

it('finds files of every format in all folders, in the order of their names', async () => {
  await write('b.md', '2024/a.MD', 'list.yaml', 'list.csv', 'photo.jpg', 'notes.txt');
  const files = await findFiles(folder, undefined);
  expect(files.map(({ name, type }) => `${name} ${type}`)).toEqual([
    '2024/a.MD blog',
    'b.md blog',
    'list.csv training',
    'list.yaml training',
  ]);
});

it('finds files of one type only where a type is given', async () => {
  await write('b.md', 'list.yaml');
  expect((await findFiles(folder, 'training')).map(({ name }) => name)).toEqual(['list.yaml']);
});

it('leaves alone what systems and site generators keep for themselves', async () => {
  await write('a.md', '_index.md', '.hidden.md', '_drafts/b.md', 'node_modules/c.md');
  expect((await findFiles(folder, undefined)).map(({ name }) => name)).toEqual(['a.md']);
});

it('gives a file the same name whether it or its folder is named', async () => {
  await write('a.md');
  const [alone] = await findFiles(path.join(folder, 'a.md'), undefined);
  const [found] = await findFiles(folder, undefined);
  expect(alone?.name).toBe(found?.name);
});

it('says what is wrong with a path', async () => {
  await write('notes.txt', 'list.yaml', 'empty/readme.txt');
  const inFolder = (name: string) => path.join(folder, name);
  await expect(findFiles(inFolder('nothing'), undefined)).rejects.toThrow('There is no file');
  await expect(findFiles(inFolder('notes.txt'), undefined)).rejects.toThrow('Cannot tell what');
  await expect(findFiles(inFolder('list.yaml'), 'blog')).rejects.toThrow('cannot be a blog');
  await expect(findFiles(inFolder('empty'), undefined)).rejects.toThrow('nothing to import');
});
