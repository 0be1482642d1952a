import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

import { Client } from 'pg';

import { startInstance, type Instance } from '../../helpers/instance';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { countEnquiries, enquiry, readEnquiry, removeEnquiries, VISITOR } from './enquiries';

const LIMIT = 3;

/** Nobody stands between this one and its clients. */
let direct: RunningStrapi;
/** This one stands behind a proxy on the same machine, on the same database. */
let proxied: Instance;

beforeAll(async () => {
  direct = await startStrapi({ RATE_LIMIT_ENQUIRIES: String(LIMIT) });
  proxied = await startInstance(direct.databaseUrl, { TRUSTED_PROXIES: '127.0.0.1' });
});

afterAll(async () => {
  // First: its database is dropped with the other one.
  await proxied.stop();
  await direct.stop();
});

beforeEach(async () => {
  await removeEnquiries(direct.strapi);
  await direct.strapi.db.connection('rate_limits').delete();
});

interface Sending {
  from?: string;
  to?: Pick<Instance, 'request'>;
  path?: string;
  data?: object;
}

const send = ({ from, to = direct, path = '/api/enquiries', data = enquiry() }: Sending = {}) =>
  to.request
    .post(path)
    .set(from ? { 'X-Forwarded-For': from } : {})
    .send({ data });

/** Sends one after the other. */
async function statusesOf(sendings: Sending[]): Promise<number[]> {
  const statuses = [];
  for (const sending of sendings) statuses.push((await send(sending)).status);
  return statuses;
}

/** Resolves when so many connections wait for a lock. */
async function untilWaiting(client: Client, count: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ waiting: number }>(
      `SELECT count(*)::integer AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rows[0]?.waiting === count) return;
    await setTimeout(20);
  }
}

describe('one address', () => {
  it('may send as many enquiries as RATE_LIMIT_ENQUIRIES says', async () => {
    expect(await statusesOf([{}, {}, {}, {}, {}])).toEqual([201, 201, 201, 429, 429]);
    expect(await countEnquiries(direct.strapi)).toBe(LIMIT);
  });

  it('is told then when it may send again, within the hour', async () => {
    await statusesOf([{}, {}, {}]);
    const { body, headers } = await send().expect(429);
    const seconds = Number(headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(3600);
    expect(body).toEqual({
      data: null,
      error: {
        status: 429,
        name: 'RateLimitError',
        message: expect.stringContaining('Try again later'),
        details: { retryAfterSeconds: seconds },
      },
    });
  });

  it('may send again when the hour is over', async () => {
    await statusesOf([{}, {}, {}]);
    await direct.strapi.db.connection('rate_limits').update({ expire: Date.now() - 1 });
    await send().expect(201);
  });

  it('is counted across instances', async () => {
    const to = proxied;
    expect(await statusesOf([{}, { to }, {}, { to }, {}])).toEqual([201, 201, 201, 429, 429]);
  });

  it('gets no more when it sends to both at the same moment', async () => {
    const sendings = Array.from({ length: 10 }, (_, index) => (index % 2 ? proxied : direct));
    const answers = await Promise.all(sendings.map((to) => send({ to })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(LIMIT);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10 - LIMIT);
  });

  it('gets the receipt of an enquiry that another instance is storing at this moment', async () => {
    await statusesOf([{}, {}]);
    const again = async (to: Sending['to']) => send({ to }).set('Idempotency-Key', 'under-way');
    const client = new Client({ connectionString: direct.databaseUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query('LOCK TABLE enquiries IN EXCLUSIVE MODE');
    const first = again(direct);
    await untilWaiting(client, 1);
    const second = again(proxied);
    await untilWaiting(client, 2);
    await client.query('COMMIT');
    await client.end();
    expect((await first).status).toBe(201);
    expect((await second).body).toEqual((await first).body);
  });

  it('is stored as nothing that tells the address', async () => {
    const from = '203.0.113.77';
    await send({ to: proxied, from }).expect(201);
    const rows = await direct.strapi.db.connection<{ key: string }>('rate_limits').select();
    expect(rows.map(({ key }) => key).sort()).toEqual(
      ['address', 'email', 'requests', 'total'].map((name) =>
        expect.stringMatching(new RegExp(`^enquiries/${name}:[\\w-]{43}$`)),
      ),
    );
    for (const personal of [from, VISITOR.email]) {
      const guess = createHash('sha256').update(personal).digest('base64url');
      expect(JSON.stringify(rows)).not.toContain(guess);
    }
    const stored = await direct.strapi.db.query('api::enquiry.enquiry').findMany({});
    expect(JSON.stringify(stored)).not.toContain(from);
  });
});

describe('a form token', () => {
  it('is good once, whichever instance handed it out', async () => {
    const { body } = await proxied.request.get('/api/enquiries/form-token').expect(200);
    const data = enquiry({ formToken: body.data.token });
    const answers = [await send({ data }), await send({ data, to: proxied })];
    const [first, second] = await Promise.all(
      answers.map(async ({ body: answer }) => readEnquiry(direct.strapi, answer.data.reference)),
    );
    expect(first?.spamReasons).not.toContain('form-token-reused');
    expect(second?.spamReasons).toContain('form-token-reused');
  });
});

describe('the limit is not evaded', () => {
  it('by another case of the path or a slash at its end', async () => {
    const paths = ['/api/enquiries', '/api/Enquiries', '/API/ENQUIRIES/', '/api/enquiries/'];
    const statuses = await statusesOf([...paths, ...paths].map((path) => ({ path })));
    expect(statuses).toEqual([201, 201, 201, 429, 429, 429, 429, 429]);
  });

  it('by parameters in the address', async () => {
    const paths = ['?a=1', '?a=2', '?a=3', '?a=4'].map((query) => `/api/enquiries${query}`);
    expect(await statusesOf(paths.map((path) => ({ path })))).toEqual([201, 201, 201, 429]);
  });

  it('by X-Forwarded-For where no proxy is trusted', async () => {
    const addresses = ['198.51.100.1', '198.51.100.2', '198.51.100.3', '198.51.100.4'];
    expect(await statusesOf(addresses.map((from) => ({ from })))).toEqual([201, 201, 201, 429]);
  });

  it.each(['X-Real-IP', 'Forwarded', 'CF-Connecting-IP', 'True-Client-IP', 'X-Client-IP'])(
    'by %s',
    async (header) => {
      const statuses: number[] = [];
      for (const to of [direct, proxied, direct, proxied]) {
        const address = `198.51.100.${statuses.length}`;
        statuses.push((await send({ to }).set(header, address)).status);
      }
      expect(statuses).toEqual([201, 201, 201, 429]);
    },
  );

  it('by what the visitor adds before the address that a trusted proxy saw', async () => {
    const chains = ['198.51.100.1', '198.51.100.2', '127.0.0.1', 'nonsense'];
    const sendings = chains.map((chain) => ({ to: proxied, from: `${chain}, 203.0.113.7` }));
    expect(await statusesOf(sendings)).toEqual([201, 201, 201, 429]);
  });

  it('by another address in the same IPv6 network of 64 bits', async () => {
    const addresses = [
      '2001:db8:1:2::1',
      '2001:db8:1:2:ffff::',
      '2001:0DB8:1:2::3',
      '2001:db8:1:2::4',
    ];
    const sendings = addresses.map((from) => ({ to: proxied, from }));
    expect(await statusesOf(sendings)).toEqual([201, 201, 201, 429]);
  });

  it('by an IPv4 address in the form of IPv6', async () => {
    const addresses = ['203.0.113.8', '::ffff:203.0.113.8', '::ffff:cb00:7108', '203.0.113.8'];
    const sendings = addresses.map((from) => ({ to: proxied, from }));
    expect(await statusesOf(sendings)).toEqual([201, 201, 201, 429]);
  });
});

describe('the limit does not hit others', () => {
  it.each([
    ['IPv4 addresses', ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4']],
    ['IPv6 networks', ['2001:db8:1:1::1', '2001:db8:1:2::1', '2001:db8:1:3::1', '2001:db8:1:4::1']],
  ])('behind the same trusted proxy: %s', async (_, addresses) => {
    const sendings = addresses.map((from) => ({ to: proxied, from }));
    expect(await statusesOf(sendings)).toEqual([201, 201, 201, 201]);
  });
});
