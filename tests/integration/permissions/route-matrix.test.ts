import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { signIn, type Credentials } from '../../helpers/accounts';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { addressOf, apiRoutes, liveRoutes, markdownTable, type Route } from './routes';

const TABLE = path.resolve(__dirname, 'route-matrix.md');
const UPDATE = 'UPDATE_TABLES=1 npm test -- route-matrix';

const ROLES = { Visitor: undefined, Member: 'authenticated', 'Enquiry desk': 'enquiry-desk' };

let running: RunningStrapi;
let routes: Route[];

beforeAll(async () => {
  running = await startStrapi({ RATE_LIMIT_ENQUIRIES: '100000' });
  // The routes are in place once the server answers.
  await running.request.get('/_health').expect(204);
  routes = await apiRoutes(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

/** Sends a request with a body that no action takes; tells its status. */
async function ask(
  method: string,
  address: string,
  credentials: Partial<Credentials>,
): Promise<number> {
  const name = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete' | 'patch';
  const request = running.request[name](address).set(credentials);
  const answer = await (['get', 'delete'].includes(name) ? request : request.send({}));
  return answer.status;
}

/** Whether a role is let in to a route, whatever comes of it there. */
async function isLetIn({ method, path: pattern }: Route, role: string | undefined) {
  // Signed in anew for each request, since some of them sign out.
  const credentials = role === undefined ? {} : await signIn(running.strapi, role);
  const status = await ask(method, addressOf(pattern), credentials);
  return status !== 401 && status !== 403;
}

async function matrix(): Promise<string> {
  const rows = [['Route', 'Action', ...Object.keys(ROLES)]];
  for (const route of routes) {
    const marks = [];
    for (const role of Object.values(ROLES)) marks.push((await isLetIn(route, role)) ? '✓' : '–');
    rows.push([`\`${route.method} ${route.path}\``, `\`${route.action}\``, ...marks]);
  }
  return markdownTable(rows);
}

/** The routes of the panel and of Strapi itself that ask nobody to sign in. */
async function openRoutes(): Promise<string> {
  const open = [];
  for (const route of liveRoutes(running.strapi)) {
    const [method = '', pattern = ''] = route.split(' ');
    if (pattern.startsWith('/api/') || !['GET', 'POST', 'PUT', 'DELETE'].includes(method)) continue;
    const status = await ask(method, addressOf(pattern), {});
    if (status !== 401 && status !== 403) open.push(`- \`${route}\``);
  }
  return open.join('\n');
}

it('lets every role in to exactly the routes that the table says', async () => {
  const document = [
    '# Who may call which route',
    '',
    'What the running server does, request by request; a test compares. After a change that is meant:',
    `\`${UPDATE}\`. Read the difference before you commit it.`,
    '',
    '## Routes of the API',
    '',
    await matrix(),
    '',
    '## Other routes that nobody has to sign in for',
    '',
    await openRoutes(),
    '',
  ].join('\n');
  if (process.env.UPDATE_TABLES) await writeFile(TABLE, document);
  const table = await readFile(TABLE, 'utf8');
  if (table !== document) console.error(`If this is what you meant, run: ${UPDATE}`);
  expect(document.split('\n')).toEqual(table.split('\n'));
});

it('has every route that the server answers in that table', () => {
  const live = liveRoutes(running.strapi).filter((route) => route.includes(' /api/'));
  expect(routes.map((route) => `${route.method} ${route.path}`).sort()).toEqual(live);
});

it('asks in every route for the permission of its own action', () => {
  const wrong = routes
    .filter(({ config }) => config.auth !== false)
    .filter(
      ({ action, config }) => (config.auth ? config.auth.scope?.join() : undefined) !== action,
    );
  expect(wrong).toEqual([]);
});

it('guards every generated route for reading', () => {
  const reading = routes.filter(({ action }) => /^api::.*\.(find|findOne)$/.test(action));
  expect(reading.length).toBeGreaterThan(15);
  const guards = ['global::published-only', 'global::bounded-populate'];
  for (const { path: pattern, config } of reading)
    expect({ pattern, policies: config.policies }).toEqual({ pattern, policies: guards });
});

it('answers a method that a route does not have with 405, as JSON', async () => {
  const { body, headers } = await running.request.patch('/api/enquiries').expect(405);
  expect(body).toEqual({
    data: null,
    error: {
      status: 405,
      name: 'MethodNotAllowedError',
      message: 'Method Not Allowed',
      details: {},
    },
  });
  expect(headers.allow).toMatch(/POST/);
});

it('answers no TRACE', async () => {
  const answer = await running.request.trace('/api/enquiries').set('X-Canary', 'canary');
  expect([405, 501]).toContain(answer.status);
  expect(answer.text).not.toContain('canary');
});
