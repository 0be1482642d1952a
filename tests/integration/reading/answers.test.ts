import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

const SITE = 'https://www.example.org';
const STAGING = 'https://staging.example.org';

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi({ CORS_ORIGINS: `${SITE},${STAGING}` });
});

afterAll(async () => {
  await running.stop();
});

const get = (address: string) => running.request.get(address);

describe('every answer', () => {
  const ADDRESSES = [
    '/api/trainings',
    '/api/trainings/unknown',
    '/api/blogs?unknown=1',
    '/api/unknown',
  ];

  it.each(ADDRESSES)('at %s does not say what serves it', async (address) => {
    const { headers } = await get(address);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers.server).toBeUndefined();
  });

  it.each(ADDRESSES)('at %s is no more than what it says it is', async (address) => {
    const { headers } = await get(address);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';/);
    expect(headers['strict-transport-security']).toBeDefined();
  });

  it.each([SITE, STAGING])('may be read by pages of %s', async (origin) => {
    const { headers } = await get('/api/trainings').set('Origin', origin).expect(200);
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(headers.vary).toMatch(/origin/i);
  });

  it.each([
    'https://evil.example',
    'http://www.example.org',
    'https://www.example.org.evil.example',
    'https://www.example.org:8443',
    'null',
    '*',
  ])('may not be read by pages of %s', async (origin) => {
    const { headers } = await get('/api/trainings').set('Origin', origin);
    const allowed = headers['access-control-allow-origin'] ?? '';
    expect([origin, '*', 'null']).not.toContain(allowed);
    const preflight = await running.request
      .options('/api/trainings')
      .set('Origin', origin)
      .set('Access-Control-Request-Method', 'GET');
    expect(preflight.headers['access-control-allow-origin'] ?? '').not.toBe(origin);
  });

  it.each([
    '/api/unknown',
    '/api',
    '/api/trainings/by-slug',
    '/api/redirects',
    '/api/cookie-policy-versions',
    '/api/drafts',
  ])('at %s is 404 or forbidden, in the usual form', async (address) => {
    const { body, status } = await get(address);
    expect([403, 404]).toContain(status);
    expect(body).toEqual({
      data: null,
      error: { status, name: expect.any(String), message: expect.any(String), details: {} },
    });
  });
});
