import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { addManyRows, NUMBER } from './many-rows';

/** Tables with more rows than this must not be read from one end to the other. */
const LARGE = 1000;

let running: RunningStrapi;
/** Rows of each table. */
let sizes: Map<string, number>;

beforeAll(async () => {
  running = await startStrapi();
  await addManyRows(running.strapi);
  const { rows } = await running.strapi.db.connection.raw(
    "SELECT relname, reltuples FROM pg_class WHERE relkind = 'r'",
  );
  sizes = new Map(rows.map(({ relname, reltuples }: never) => [relname, reltuples]));
});

afterAll(async () => {
  await running.stop();
});

interface Query {
  sql: string;
  bindings: string[];
}

/** A node of a plan, as EXPLAIN gives it. */
interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

/** The queries behind a request. */
async function queriesBehind(address: string, status: number): Promise<Query[]> {
  const { connection } = running.strapi.db;
  const queries: Query[] = [];
  const note = ({ sql, bindings }: Query) => {
    // Strapi asks things of its own in the background.
    if (running.strapi.requestContext.get()) queries.push({ sql, bindings });
  };
  connection.on('query', note);
  try {
    await running.request.get(address).expect(status);
  } finally {
    connection.off('query', note);
  }
  return queries.filter(({ sql }) => /^\s*(select|with)\b/i.test(sql));
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** The large tables that a query reads from one end to the other. */
async function tablesReadWhole({ sql, bindings }: Query): Promise<string[]> {
  // knex numbers the parameters in its events already; the driver takes them as they are.
  const client = await running.strapi.db.connection.client.acquireConnection();
  try {
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${sql}`, bindings);
    return nodesOf(rows[0]['QUERY PLAN'][0].Plan)
      .filter((node) => node['Node Type'] === 'Seq Scan')
      .map((node) => node['Relation Name'] ?? '')
      .filter((table) => (sizes.get(table) ?? 0) > LARGE);
  } finally {
    running.strapi.db.connection.client.releaseConnection(client);
  }
}

/** Large tables that a request reads whole, with the queries that do it. */
async function wholeReads(address: string, status = 200): Promise<string[]> {
  const queries = await queriesBehind(address, status);
  expect(queries).not.toEqual([]);
  const found: string[] = [];
  for (const query of queries) {
    const tables = await tablesReadWhole(query);
    if (tables.length > 0) found.push(`${tables.join(', ')}: ${query.sql}`);
  }
  return found;
}

it.each([
  [`/api/blogs/by-slug/blog-${NUMBER}`, 200],
  [`/api/trainings/by-slug/training-${NUMBER}`, 200],
  ['/api/cookie-policies/by-slug/policy-1', 200],
  [`/api/blogs/by-slug/old-${NUMBER}`, 301],
  [`/api/trainings/by-slug/old-${NUMBER}?locale=en`, 301],
  ['/api/blogs/by-slug/unknown', 404],
  ['/api/blogs/latest', 200],
  ['/api/blogs/latest?locale=fr', 200],
  [`/api/trainings/training-${NUMBER}/related`, 200],
  ['/api/cookie-policies/current', 200],
  [`/api/blogs/blog-${NUMBER}?populate=*`, 200],
  ['/api/blogs?sort=firstPublishedAt:desc', 200],
  ['/api/trainings?sort=title&pagination[withCount]=false', 200],
  ['/api/trainings?filters[category][slug]=category-7', 200],
])('%s reads no large table from one end to the other', async (address, status) => {
  expect(await wholeReads(address, status)).toEqual([]);
});

it('a condition that no index serves is found out', async () => {
  expect(await wholeReads('/api/blogs?locale=*&filters[body][$contains]=zzz')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^blogs: /)]),
  );
});
