import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const SCRIPT = path.resolve(__dirname, '../../public/consent.js');

/** As strict as a site can be: nothing inline, nothing from elsewhere. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'";

/** A request for the record of a consent. */
export interface ConsentRequest {
  method: string;
  path: string;
  body: { data: Record<string, unknown> } | undefined;
}

/** The part of the API that the cookie notice speaks to, and pages of a website that includes it. */
export interface ConsentApi {
  url: string;
  /** What is in force, by locale; `en` is the default. */
  policies: Record<string, unknown>;
  /** What editors wrote for the notice. */
  cookieNotice: string | undefined;
  /** Websites that may ask: the CORS allow-list. */
  origins: string[];
  /** Answers requests whose path begins so with this status, or cuts the connection at 0. */
  failures: Record<string, number>;
  /** What was asked of `/api/consents`, oldest first, whether it was answered or not. */
  requests: ConsentRequest[];
  /** What websites serve, by path, with the headers of `STRICT_POLICY` or of their own. */
  pages: Record<string, { body: string; contentSecurityPolicy?: string }>;
  stop(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<ConsentRequest['body']> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text ? (JSON.parse(text) as ConsentRequest['body']) : undefined;
}

/** Starts a server with an address of its own: it is an API, a website, or both. */
export async function startConsentApi(): Promise<ConsentApi> {
  function reply(response: ServerResponse, status: number, data?: unknown): void {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(data === undefined ? { data: null } : { data }));
  }

  function allowOrigin({ headers }: IncomingMessage, response: ServerResponse): void {
    if (!headers.origin || !api.origins.includes(headers.origin)) return;
    response.setHeader('access-control-allow-origin', headers.origin);
    response.setHeader('access-control-allow-methods', 'GET,POST,DELETE');
    response.setHeader('access-control-allow-headers', 'content-type');
  }

  async function consents(request: IncomingMessage, response: ServerResponse, pathname: string) {
    const { method = '' } = request;
    const body = await readBody(request);
    api.requests.push({ method, path: pathname, body });
    const failure = api.failures['/api/consents'];
    if (failure === 0) request.socket.destroy();
    else if (failure) reply(response, failure);
    else if (method === 'DELETE') reply(response, 200, { withdrawnAt: new Date() });
    else {
      const expiresAt = new Date(Date.now() + 180 * 24 * 3600 * 1000);
      const receipt = `receipt-${api.requests.length}`;
      reply(response, 201, { ...body?.data, receipt, expiresAt });
    }
  }

  function read(response: ServerResponse, pathname: string, locale: string): void {
    const failure = api.failures[pathname];
    const policy = api.policies[locale];
    if (failure === 0) response.socket?.destroy();
    else if (failure) reply(response, failure);
    else if (pathname === '/api/site' && api.cookieNotice)
      reply(response, 200, { cookieNotice: api.cookieNotice });
    else if (pathname === '/api/cookie-policies/current' && policy) reply(response, 200, policy);
    else reply(response, 404);
  }

  function page(response: ServerResponse, url: URL): void {
    const found = api.pages[url.pathname];
    if (url.pathname.endsWith('.js')) {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
      const name = JSON.stringify(url.searchParams.get('name'));
      const body = `(window.ran ??= []).push(${name});`;
      response.end(url.pathname === '/consent.js' ? readFileSync(SCRIPT) : body);
    } else {
      response.writeHead(found ? 200 : 404, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': found?.contentSecurityPolicy ?? STRICT_POLICY,
      });
      response.end(found?.body);
    }
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    allowOrigin(request, response);
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else if (url.pathname.startsWith('/api/consents'))
      void consents(request, response, url.pathname);
    else if (url.pathname.startsWith('/api/'))
      read(response, url.pathname, url.searchParams.get('locale') ?? 'en');
    else page(response, url);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const api: ConsentApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    policies: {},
    cookieNotice: undefined,
    origins: [],
    failures: {},
    requests: [],
    pages: {},
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return api;
}
