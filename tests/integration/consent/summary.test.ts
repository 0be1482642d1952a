import { signInToPanel } from '../../helpers/accounts';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { ACCEPT, answer, category, CATEGORIES, publishPolicy, REFUSE } from './consents';

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi({ RATE_LIMIT_CONSENTS: '100000' });
});

afterAll(async () => {
  await running.stop();
});

/** What a role of the panel is told. */
async function summaryFor(role: string) {
  const { credentials } = await signInToPanel(running, role);
  return running.request.get('/consents/summary').set(credentials);
}

it('counts nothing while nobody has answered', async () => {
  const { body } = await summaryFor('strapi-editor');
  expect(body.data).toEqual({
    days: 30,
    given: 0,
    acceptedAll: 0,
    refusedAll: 0,
    ownChoices: 0,
    withdrawn: 0,
    categories: [],
  });
});

it('counts the answers of the last 30 days by how they were given, and by category', async () => {
  const { documentId } = await publishPolicy(running.strapi);
  const mixed = { ...REFUSE, analytics: true };
  const receipts: string[] = [];
  for (const choices of [ACCEPT, ACCEPT, REFUSE, mixed]) {
    const { body } = await answer(running, { choices }).expect(201);
    receipts.push(body.data.receipt);
  }
  await running.request.delete(`/api/consents/${receipts[0]}`).expect(200);
  // One that is too old, and one category that the present policy does not know any more.
  const { connection } = running.strapi.db;
  await connection.raw('ALTER TABLE consent_records DISABLE TRIGGER USER');
  await connection.raw(
    `UPDATE consent_records SET recorded_at = now() - interval '31 days' WHERE sequence = 2`,
  );
  await publishPolicy(
    running.strapi,
    { categories: [...CATEGORIES.slice(0, 2), category('new')] },
    { documentId },
  );
  const { body } = await summaryFor('strapi-editor');
  expect(body.data).toEqual({
    days: 30,
    given: 3,
    acceptedAll: 1,
    refusedAll: 1,
    ownChoices: 1,
    withdrawn: 1,
    categories: [
      { key: 'analytics', name: 'The analytics ones', asked: 3, accepted: 2 },
      { key: 'marketing', name: 'marketing', asked: 3, accepted: 1 },
    ],
  });
});

it('is for those who may read cookie policies in the panel, and nobody else', async () => {
  await running.request.get('/consents/summary').expect(401);
  await running.request.get('/api/consents/summary').expect(404);
  for (const [role, status] of [
    ['strapi-editor', 200],
    ['strapi-super-admin', 200],
    ['strapi-author', 403],
    ['enquiry-desk', 403],
  ] as const) {
    expect([role, (await summaryFor(role)).status]).toEqual([role, status]);
  }
});
