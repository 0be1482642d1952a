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
 */
async function importContent(...parameters) {
  const command = clone.npm(['run', 'import', '--', ...parameters]);
  assert.equal(await command.end(300), 0, 'the import ends well');
  /** @param {string} outcome @returns {number} as the summary has it: `654 created` or `created 654` */
  const count = (outcome) => {
    const summary = new RegExp(`(\\d+) ${outcome}|${outcome} +(\\d+)`).exec(command.output);
    if (!summary) throw new Error(`The summary does not say how many were ${outcome}.`);
    return Number(summary[1] ?? summary[2]);
  };
  return {
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  };
}

try {
  const total = readdirSync(posts).filter((name) => name.endsWith('.md')).length;
  const blogs = ['--type', 'blog', '--publish'];
  const first = await importContent(posts, ...blogs);
  assert.deepEqual(first, { created: total, updated: 0, unchanged: 0, refused: 0 });
  const second = await importContent(posts, ...blogs);
  assert.deepEqual(second, { created: 0, updated: 0, unchanged: total, refused: 0 });

  const trainings = ['--type', 'training', '--publish'];
  const { created, refused } = await importContent(lessons, ...trainings);
  assert.ok(created > 0 && refused === 0, 'every lesson is taken');
  const again = await importContent(lessons, ...trainings);
  assert.deepEqual(again, { created: 0, updated: 0, unchanged: created, refused: 0 });
  await waitUntil('PostgreSQL stops too', 30, () => clone.findPostgres().length === 0);
  console.log(`${total} posts and ${created} lessons imported; the second time, nothing changed.`);
} finally {
  await clone.remove();
}
