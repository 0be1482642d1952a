import net from 'node:net';

import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

const SITE = 'https://www.example.org';
const PROXY = '127.0.0.1';

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi({ CORS_ORIGINS: SITE, TRUSTED_PROXIES: PROXY });
});

afterAll(() => running.stop());

/** Sends a beginning, and then something every 100 ms, until the server closes the connection. */
async function trickle(beginning: string, more: string): Promise<string> {
  const socket = net.connect(Number(new URL(running.url).port), '127.0.0.1');
  socket.write(beginning);
  const timer = setInterval(() => socket.write(more), 100);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  clearInterval(timer);
  return answer;
}

describe('each answer', () => {
  it.each(['/', '/consent.js', '/api/blogs', '/api/nothing', '/nothing', '/_health', '/uploads/a'])(
    'has headers that protect the visitor, and none that name what serves it: %s',
    async (address) => {
      const { headers } = await running.request.get(address);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'strict-transport-security': expect.stringContaining('max-age='),
        'referrer-policy': 'no-referrer',
        'permissions-policy': expect.stringContaining('camera=()'),
        'content-security-policy': expect.stringContaining('default-src'),
      });
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
    },
  );

  it('has a name, which a trusted proxy may give', async () => {
    const names = new Set<string>();
    for (const given of ['', 'short', 'two words are none', 'a'.repeat(65)]) {
      const { headers } = await running.request.get('/_health').set('X-Request-Id', given);
      expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
      names.add(String(headers['x-request-id']));
    }
    expect(names.size).toBe(4);
    const named = await running.request.get('/_health').set('X-Request-Id', 'proxy-00001');
    expect(named.headers['x-request-id']).toBe('proxy-00001');
  });
});

describe('a page of another origin', () => {
  const preflight = (origin: string) =>
    running.request
      .options('/api/enquiries')
      .set('Origin', origin)
      .set('Access-Control-Request-Method', 'POST')
      .set('Access-Control-Request-Headers', 'content-type,idempotency-key');

  it('may send what the contract names, where it is on the list', async () => {
    const { headers } = await preflight(SITE);
    expect(headers).toMatchObject({
      'access-control-allow-origin': SITE,
      'access-control-allow-headers': expect.stringMatching(/idempotency-key/i),
    });
  });

  it.each(['null', 'https://example.org', `${SITE}.evil.example`, 'http://www.example.org', '*'])(
    'is not let in: %s',
    async (origin) => {
      for (const request of [
        preflight(origin),
        running.request.get('/api/blogs').set('Origin', origin),
      ]) {
        const { headers } = await request;
        expect(headers['access-control-allow-origin'] ?? '').toBe('');
      }
    },
  );
});

describe('a slow request', () => {
  it.each([
    ['a body of known length', 'Content-Length: 5000\r\n\r\n{"data"', ' '],
    ['a body in chunks', 'Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n', '1\r\n \r\n'],
  ])('is answered 408 and cut: %s', async (_case, rest, more) => {
    const answer = await trickle(
      'POST /api/enquiries HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n' +
        rest,
      more,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toMatch(/"name":"RequestTimeoutError"/);
  });

  it('has ten seconds for its headers, and five minutes in all', () => {
    expect(running.strapi.server.httpServer).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 300_000,
    });
  });
});
