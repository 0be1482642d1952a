/**
 * Imports a folder of real content twice into a copy of the project: the first time everything is
 * taken, the second time nothing changes.
 *
 * Run it alone with `node .ci/import-real-content.mjs <folder>`: the folder has `posts/`, with one
 * Markdown file a post, and `lessons.yaml`.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { FreshClone, waitUntil } from './fresh-clone.mjs';

const [content] = process.argv.slice(2);
if (!content) throw new Error('Usage: node .ci/import-real-content.mjs <folder>');
const posts = path.resolve(content, 'posts');
const lessons = path.resolve(content, 'lessons.yaml');

/** The copy that is imported into. */
const clone = await FreshClone.make({ isInstalled: true });

/**
 * Imports one source.
 * @param {string[]} parameters of `npm run import`
 * @returns {Promise<Record<string, number>>} the numbers of the summary, by word: created, updated,
 *   unchanged, refused
 */
async function importContent(...parameters) {
  const command = clone.npm(['run', 'import', '--', ...parameters]);
  assert.equal(await command.end(300), 0, 'the import ends well');
  const summary = command.output.matchAll(/(\d[\d,]*) (created|updated|unchanged|refused)/g);
  return Object.fromEntries(
    [...summary].map(([, count = '', word = '']) => [word, Number(count.replace(',', ''))]),
  );
}

try {
  const total = readdirSync(posts).filter((name) => name.endsWith('.md')).length;
  const first = await importContent(posts, '--type', 'blog', '--publish');
  assert.deepEqual([first.created, first.refused ?? 0], [total, 0], 'every post is taken');
  const second = await importContent(posts, '--type', 'blog', '--publish');
  assert.deepEqual([second.unchanged, second.updated ?? 0], [total, 0], 'nothing changes');

  const taken = await importContent(lessons, '--type', 'training', '--publish');
  assert.ok((taken.created ?? 0) > 0, 'the lessons are taken');
  const again = await importContent(lessons, '--type', 'training', '--publish');
  assert.equal(again.unchanged, taken.created, 'no lesson changes');
  await waitUntil('PostgreSQL stops too', 30, () => clone.findPostgres().length === 0);
  console.log(
    `${total} posts and ${taken.created} lessons imported; the second time, nothing changed.`,
  );
} finally {
  await clone.remove();
}
