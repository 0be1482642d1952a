import type { Core } from '@strapi/strapi';

/** A route of the API, as the running server has it. */
export interface Route {
  method: string;
  path: string;
  /** The action that it leads to, which is also the permission that it asks for. */
  action: string;
  config: { auth?: false | { scope?: string[] }; policies?: unknown[] };
}

interface RegisteredRoute {
  method: string;
  path: string;
  handler: string;
  config: Route['config'];
}

interface Layer {
  path: string;
  methods: string[];
}

/** All routes below /api, sorted by path. */
export async function apiRoutes(strapi: Core.Strapi): Promise<Route[]> {
  const byOwner = (await strapi.contentAPI.getRoutesMap()) as Record<string, RegisteredRoute[]>;
  const routes = Object.entries(byOwner).flatMap(([owner, registered]) =>
    registered.map(({ method, path, handler, config }) => ({
      method,
      path: path.replace(/\/$/, ''),
      action: handler.startsWith(owner) ? handler : `${owner}.${handler}`,
      config,
    })),
  );
  return routes.sort((a, b) => signature(a).localeCompare(signature(b), 'en'));
}

/** All routes that the server answers, as `GET /path`; those for static files excepted. */
export function liveRoutes(strapi: Core.Strapi): string[] {
  return (strapi.server.listRoutes() as Layer[])
    .filter(({ methods, path }) => methods.length > 0 && !isStatic(path))
    .map(({ methods, path }) => `${methods.includes('GET') ? 'GET' : (methods[0] ?? '')} ${path}`)
    .sort();
}

/** The website's and the panel's files, which are there or not as they have been built. */
function isStatic(path: string): boolean {
  return ['/', '/((?!uploads/).+)', '/admin/:path*'].includes(path) || path.startsWith('/uploads/');
}

/** How a route is called in tables, sorted by what it is about. */
function signature({ path, method }: Pick<Route, 'method' | 'path'>): string {
  return `${path} ${method}`;
}

/** An address that the route matches, about documents that there are not. */
export function addressOf(path: string): string {
  return path.replace(/:\w+|\(\.\*\)/g, 'none');
}

/** A Markdown table, aligned as Prettier does it. */
export function markdownTable(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const [header = [], ...body] = rows.map((row) =>
    line(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))),
  );
  return [header, line(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
}
