/**
 * The newcomer's first quarter of an hour, in a copy of the project that has nothing but what git
 * has: `npm run demo`, sign in, publish a blog, send an enquiry, kill it, start it again, stop it.
 *
 * Run it alone with `node .ci/demo-smoke-test.mjs`.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { FreshClone, waitUntil } from './fresh-clone.mjs';

/** The copy that is tried. */
const clone = await FreshClone.make();

/**
 * @param {string} path below the server's address
 * @param {{ body?: unknown, headers?: Record<string, string> }} [request] a GET without a body
 */
async function ask(path, { body, headers } = {}) {
  const response = await fetch(`${clone.address}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, text, json: isJson ? JSON.parse(text) : undefined };
}

/** @param {number} seconds that it may take until it answers and has said how to sign in */
async function startDemo(seconds) {
  const started = Date.now();
  const demo = clone.npm(['run', 'demo']);
  await waitUntil('npm run demo answers', seconds, async () => {
    if (demo.exitCode !== undefined) throw new Error('npm run demo ended by itself.');
    if (!/Password\s+\S+/.test(demo.output)) return false;
    return (await ask('/_health')).status === 204;
  });
  console.log(`It answers after ${Math.round((Date.now() - started) / 1000)} s.`);
  return demo;
}

/** @param {string} output of the demo, which ends with the login */
async function signIn(output) {
  const [, email, password] = /Sign in\s+(\S+)\s+Password\s+(\S+)/.exec(output) ?? [];
  const answer = await ask('/admin/login', { body: { email, password } });
  assert.equal(answer.status, 200, `the printed login opens the panel: ${answer.text}`);
  return { authorization: `Bearer ${answer.json.data.token}` };
}

const enquiry = {
  headers: { 'idempotency-key': randomUUID() },
  body: {
    data: {
      kind: 'training',
      name: 'Robin Example',
      email: 'robin@example.com',
      message: 'Is there a seat left in spring?',
    },
  },
};

/** @param {{ documentId: string }[]} documents */
const idsOf = (documents) => documents.map(({ documentId }) => documentId);

/** @param {Record<string, string>} headers of a signed-in administrator */
async function publishBlog(headers) {
  const documentIds = idsOf((await ask('/api/trainings?pagination[pageSize]=2')).json.data);
  assert.equal(documentIds.length, 2, 'the demo has trainings to pin');
  const title = `Smoke test ${randomUUID()}`;
  const manager = '/content-manager/collection-types/api::blog.blog';
  const connect = documentIds.map((documentId) => ({ documentId }));
  const created = await ask(`${manager}/actions/publish?locale=en`, {
    headers,
    body: { title, body: '# Hello', relatedTrainings: { connect } },
  });
  assert.ok(created.status < 300, `an editor can publish: ${created.text}`);
  /** @type {string} */
  const slug = created.json.data.slug;
  const shown = await ask(`/api/blogs/by-slug/${slug}`);
  assert.equal(shown.status, 200, `the blog is shown at once: ${shown.text}`);
  assert.deepEqual(
    idsOf(shown.json.data.relatedTrainings),
    documentIds,
    'the pinned trainings keep their order',
  );
  return slug;
}

async function tryFirstRun() {
  const demo = await startDemo(420);
  assert.equal((await ask('/admin')).status, 200, 'the panel is served');
  assert.match((await ask('/consent.js')).text, /MIT/, 'the script of the cookie notice is served');
  const latest = await ask('/api/blogs/latest');
  assert.equal(latest.status, 200, latest.text);
  assert.ok(latest.json.data.length > 0, 'there is something to read');
  const slug = await publishBlog(await signIn(demo.output));

  const accepted = await ask('/api/enquiries', enquiry);
  assert.equal(accepted.status, 201, accepted.text);
  const { reference } = accepted.json.data;
  assert.match(reference, /^ENQ-\d{4}-\d{6}$/);
  const again = await ask('/api/enquiries', enquiry);
  assert.equal(again.json.data.reference, reference, 'the same key gives the same reference');
  const refused = await ask('/api/enquiries', { body: { data: { kind: 'unheard-of' } } });
  assert.equal(refused.status, 400);
  /** @type {{ path: string[] }[]} */
  const faults = refused.json.error.details.errors;
  const paths = faults.map((fault) => fault.path.join('.')).sort();
  assert.deepEqual(paths, ['email', 'kind', 'message', 'name'], 'one path per wrong field');
  return { demo, slug, reference };
}

/** @param {{ slug: string, reference: string }} written before the kill */
async function trySecondRun({ slug, reference }) {
  const demo = await startDemo(60);
  const headers = await signIn(demo.output);
  assert.equal((await ask(`/api/blogs/by-slug/${slug}`)).status, 200, 'the blog is still there');
  const again = await ask('/api/enquiries', enquiry);
  assert.equal(again.json.data.reference, reference, 'the key is still known');
  const found = await ask(
    `/content-manager/collection-types/api::enquiry.enquiry?filters[reference][$eq]=${reference}`,
    { headers },
  );
  assert.equal(found.json.pagination.total, 1, 'the enquiry is there, once');
  return demo;
}

try {
  const { demo: first, ...written } = await tryFirstRun();
  console.log('Killing it.');
  first.signal('SIGKILL');
  await first.end(10);

  const second = await trySecondRun(written);
  console.log('Stopping it.');
  second.signal('SIGINT');
  await second.end(30);
  await waitUntil('PostgreSQL stops too', 30, () => clone.findPostgres().length === 0);
  console.log('The demo works from a fresh clone and loses nothing.');
} finally {
  await clone.remove();
}
