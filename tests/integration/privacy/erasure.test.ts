import type { Core } from '@strapi/strapi';
import type { ErasureReceipt, People } from '../../../src/plugins/privacy/accessor';
import { KeyRing } from '../../../src/plugins/privacy/server/src/crypto/key-ring';
import { signInToPanel } from '../../helpers/accounts';
import { waitingJobs } from '../../helpers/jobs';
import { subscribe } from '../enquiry/announced-events';
import { startDesk, type Desk } from '../enquiry/desk';
import { countEnquiries, enquiry, removeEnquiries, VISITOR } from '../enquiry/enquiries';
import { countRows, peopleOf } from './people';

const { email } = VISITOR;

let desk: Desk;
let strapi: Core.Strapi;
let people: People;

beforeAll(async () => {
  desk = await startDesk();
  ({ strapi } = desk.running);
  people = peopleOf(strapi);
  await subscribe(strapi);
  await strapi.db
    .connection('webhook_endpoints')
    .update({ event_types: ['enquiry.created', 'enquiry.updated', 'enquiry.erased'] });
});

afterAll(() => desk.running.stop());

beforeEach(async () => {
  await removeEnquiries(strapi);
  await strapi.db.connection.raw(`
    DELETE FROM webhook_events; DELETE FROM enquiry_idempotency_keys; DELETE FROM rate_limits;
    DELETE FROM graphile_worker._private_jobs`);
});

async function send(changes: object = {}, key = 'a-key-of-the-erasure-test'): Promise<string> {
  const { body } = await desk.running.request
    .post('/api/enquiries')
    .set('Idempotency-Key', key)
    .send({ data: enquiry(changes) })
    .expect(201);
  return body.data.reference as string;
}

async function erase(): Promise<ErasureReceipt> {
  const receipt = await people.erase({ email });
  if (!receipt) throw new Error('Nothing was erased.');
  return receipt;
}

const events = () =>
  strapi.db
    .connection<{ type: string; body: string; personal_body: string | null }>('webhook_events')
    .select('type', 'body', 'personal_body')
    .orderBy('occurred_at');

describe('erasing a person', () => {
  it('takes everything, in whatever case the address is written, and leaves others alone', async () => {
    await send();
    await send({ email: 'CANARY@example.org', message: 'Again' }, 'another-key');
    await send({ email: 'other@example.org' }, 'the-key-of-somebody-else');
    const receipt = await erase();
    expect(receipt.counts).toEqual({
      enquiries: 2,
      'idempotency keys': 2,
      'request counters': 1,
      'webhook deliveries': 2,
    });
    expect(receipt.items).toHaveLength(7);
    expect(await people.find({ email })).toEqual([]);
    expect(await countEnquiries(strapi)).toBe(1);
    expect(await countRows(strapi, 'enquiry_idempotency_keys')).toBe(1);
    const jobs = (await waitingJobs(strapi)).filter(({ task }) => task.startsWith('mail.'));
    expect(jobs).toHaveLength(2);
    expect(await people.find({ email: 'other@example.org' })).not.toEqual([]);
  });

  it('takes the account of a member with its sessions', async () => {
    const account = { username: 'canary', email, password: 'a-long-password-1' };
    await strapi
      .service('plugin::users-permissions.user')
      .add({ ...account, provider: 'local', confirmed: true });
    const credentials = { identifier: email, password: account.password };
    await desk.running.request.post('/api/auth/local').send(credentials).expect(200);
    const [held] = await people.find({ email });
    expect(held).toMatchObject({ holder: 'members', findings: [{ data: { email, sessions: 1 } }] });
    expect(JSON.stringify(held)).not.toMatch(/password|token/i);
    const sessions = await countRows(strapi, 'strapi_sessions');
    expect((await erase()).counts).toEqual({ members: 1 });
    expect(await countRows(strapi, 'strapi_sessions')).toBe(sessions - 1);
    await desk.running.request.post('/api/auth/local').send(credentials).expect(400);
  });

  it('of whom nothing is held makes no receipt', async () => {
    const before = await countRows(strapi, 'privacy_erasures');
    expect(await people.erase({ email: 'nobody@example.org' })).toBeUndefined();
    expect(await countRows(strapi, 'privacy_erasures')).toBe(before);
  });

  it('is undone as a whole where a part of it fails', async () => {
    await send();
    const before = await people.find({ email });
    const failing = jest.spyOn(strapi.service('plugin::webhooks.outbox') as never, 'emit');
    failing.mockImplementation((() => Promise.reject(new Error('Failed.'))) as never);
    await expect(people.erase({ email })).rejects.toThrow('Failed.');
    failing.mockRestore();
    expect(await people.find({ email })).toEqual(before);
  });
});

describe('an enquiry that is deleted', () => {
  const PANEL = '/content-manager/collection-types/api::enquiry.enquiry';

  async function documentIds(): Promise<string[]> {
    const rows = await strapi.documents('api::enquiry.enquiry').findMany({});
    return rows.map(({ documentId }) => documentId);
  }

  async function expectForgotten(): Promise<void> {
    expect(await countRows(strapi, 'enquiry_idempotency_keys')).toBe(0);
    expect(await countRows(strapi, 'components_enquiry_notes')).toBe(0);
    expect((await waitingJobs(strapi)).filter(({ task }) => task.startsWith('mail.'))).toEqual([]);
    for (const event of await events()) expect(event.personal_body).toBeNull();
  }

  it('in the panel goes with all that is known of it elsewhere, and others hear of it', async () => {
    const reference = await send();
    const [documentId = ''] = await documentIds();
    await desk.change(documentId, { notes: 'A note' });
    await strapi.documents('api::enquiry.enquiry').delete({ documentId });
    await expectForgotten();
    const erased = (await events()).at(-1);
    expect(JSON.parse(erased?.body ?? '')).toEqual({
      type: 'enquiry.erased',
      timestamp: expect.any(String),
      data: { documentId, reference, erasedAt: expect.any(String) },
    });
  });

  it('with many others does, too', async () => {
    await send();
    await send({ message: 'Another' }, 'another-key');
    const administrator = await signInToPanel(desk.running, 'strapi-super-admin');
    await desk.running.request
      .post(`${PANEL}/actions/bulkDelete`)
      .set(administrator.credentials)
      .send({ documentIds: await documentIds() })
      .expect(200);
    expect(await countEnquiries(strapi)).toBe(0);
    await expectForgotten();
    expect((await events()).filter(({ type }) => type === 'enquiry.erased')).toHaveLength(2);
  });

  it('is not told of where nobody had heard of it', async () => {
    await strapi.documents('api::enquiry.enquiry').create({
      data: { ...VISITOR, kind: 'other', state: 'spam' },
    });
    const [documentId = ''] = await documentIds();
    await strapi.documents('api::enquiry.enquiry').delete({ documentId });
    expect(await events()).toEqual([]);
  });
});

describe('the receipt', () => {
  const states = async (receipt: unknown, address?: string) =>
    (await people.verify(receipt, address ? { email: address } : undefined)).map(
      ({ isFine }) => isFine,
    );

  it('proves the erasure, and names nobody', async () => {
    const reference = await send();
    const receipt = await erase();
    expect(await states(receipt, ' Canary@Example.org')).toEqual([true, true, true, true]);
    expect(JSON.stringify(receipt)).not.toMatch(new RegExp(`canary|${reference}`, 'i'));
    const row = await strapi.db.connection('privacy_erasures').where({ id: receipt.id }).first();
    expect(row).toMatchObject({ subject: receipt.subject, items: receipt.items });
    expect(JSON.stringify(row)).not.toContain(receipt.salt);
  });

  it('does not prove that somebody else was erased, nor that nothing came in since', async () => {
    await send();
    const receipt = await erase();
    expect(await states(receipt, 'other@example.org')).toEqual([true, true, false, true]);
    await send();
    expect(await states(receipt, email)).toEqual([true, true, true, false]);
  });

  it('cannot be changed, nor made up', async () => {
    await send();
    const receipt = await erase();
    for (const change of [
      { counts: { enquiries: 7 } },
      { erasedAt: '2020-01-01T00:00:00.000Z' },
      { items: [] },
      { signature: receipt.signature.toLowerCase() },
    ])
      expect((await states({ ...receipt, ...change }))[0]).toBe(false);
    expect(await states({ ...receipt, id: 'x' })).toEqual([false]);
    for (const nonsense of [undefined, null, 7, [], {}, { ...receipt, more: 1 }])
      expect(await states(nonsense)).toEqual([false]);
  });

  it('outlives a rotation of keys, and says so where its key is gone', async () => {
    await send();
    const receipt = await erase();
    const service = strapi.service('plugin::privacy.privacy') as unknown as { keys: KeyRing };
    const former = service.keys;
    const key = (id: string) => ({ id, secret: Buffer.alloc(32, id).toString('base64') });
    const tests = strapi.config.get<{ id: string; secret: string }[]>('plugin::privacy.keys');
    try {
      service.keys = new KeyRing([key('newer'), ...tests]);
      expect(await states(receipt)).toEqual([true, true]);
      service.keys = new KeyRing([key('newer')]);
      const [signature] = await people.verify(receipt);
      expect(signature?.finding).toMatch(/key "tests" is not in PRIVACY_KEYS any more/);
    } finally {
      service.keys = former;
    }
  });

  it.each(['UPDATE privacy_erasures SET items = NULL', 'DELETE FROM privacy_erasures'])(
    'is kept by the database as it was: %s',
    async (statement) => {
      await send();
      await erase();
      await expect(strapi.db.connection.raw(statement)).rejects.toThrow(/never changed or removed/);
    },
  );
});
