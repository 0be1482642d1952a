import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { PERMISSIONS } from '../../../src/plugins/webhooks/server/src/admin-api';
import { routes } from '../../../src/plugins/webhooks/server/src/routes';
import { signInToPanel, type Credentials } from '../../helpers/accounts';
import { enquiryCreated, startWebhooks, type WebhookTest } from './webhooks';

let test: WebhookTest;

beforeAll(async () => {
  test = await startWebhooks();
});

afterAll(() => test.stop());

interface RoleService {
  create(role: object): Promise<{ id: number; code: string }>;
  assignPermissions(id: number, permissions: object[]): Promise<unknown>;
}

/** Signs somebody in who may do these things and nothing else. */
async function signInWith(strapi: Core.Strapi, actions: string[]): Promise<Credentials> {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const { id, code } = await roles.create({ name: `Role ${randomUUID()}` });
  const permissions = actions.map((action) => ({ action, subject: null, conditions: [] }));
  await roles.assignPermissions(id, permissions);
  return (await signInToPanel(test, code)).credentials;
}

/** Which routes let somebody in: what they answer to an id that nothing has is not the question. */
async function openRoutes(credentials: Partial<Credentials>): Promise<string[]> {
  const open: string[] = [];
  for (const { method, path } of routes.admin.routes) {
    const send = test.request[method.toLowerCase() as 'get'];
    const answer = await send(`/webhooks${path.replace(':id', '0')}`).set(credentials);
    if (![401, 403].includes(answer.status)) open.push(`${method} ${path}`);
  }
  return open;
}

const READ = ['GET /endpoints', 'GET /endpoints/:id', 'GET /deliveries', 'GET /deliveries/:id'];
const MANAGE = [
  'POST /endpoints',
  'PUT /endpoints/:id',
  'DELETE /endpoints/:id',
  'POST /endpoints/:id/rotate',
  'GET /endpoints/:id/secret',
  'POST /endpoints/:id/test',
];
const REPLAY = ['POST /endpoints/:id/replay', 'POST /deliveries/:id/replay'];

it('lets nobody in who is not signed in to the panel', async () => {
  expect(await openRoutes({})).toEqual([]);
});

it.each([
  ['nothing', [], []],
  ['reading', [PERMISSIONS.read], READ],
  ['managing', [PERMISSIONS.manage], MANAGE],
  ['replaying', [PERMISSIONS.replay], REPLAY],
  ['everything', Object.values(PERMISSIONS), [...READ, ...MANAGE, ...REPLAY]],
])('opens to those who are allowed %s what belongs to it', async (_, actions, expected) => {
  const open = await openRoutes(await signInWith(test.strapi, actions));
  expect(open.sort()).toEqual(expected.sort());
});

it('shows personal data to those alone who may see them', async () => {
  const { id } = await test.createEndpoint({ receivesPersonalData: true });
  const event = enquiryCreated();
  test.receiver.answer((response, { body }) => response.end(body));
  await test.emit(event);
  await test.deliver();
  const [delivery] = await test.listDeliveries(id);

  const read = async (actions: string[]) => {
    const credentials = await signInWith(test.strapi, actions);
    const path = `/webhooks/deliveries/${delivery?.id}`;
    const answer = await test.request.get(path).set(credentials).expect(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    return answer.body.data;
  };

  const whole = await read([PERMISSIONS.read, PERMISSIONS.readPersonalData]);
  expect(whole).toMatchObject({ isBodyReduced: false, hasPersonalData: true });
  expect(whole.request.body).toBe(test.receiver.received[0]?.body);
  expect(whole.attempts[0].answer).toBe(test.receiver.received[0]?.body);

  const reduced = await read([PERMISSIONS.read]);
  expect(reduced).toMatchObject({ isBodyReduced: true, attempts: [{ answer: null, status: 200 }] });
  expect(JSON.parse(reduced.request.body).data).toEqual(event.data);
  expect(JSON.stringify(reduced)).not.toContain('visitor@example.org');
});
