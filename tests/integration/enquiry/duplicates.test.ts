import { randomUUID } from 'node:crypto';

import { at } from '../../helpers/clock';
import { eventsAbout, mailsAbout, subscribe } from './announced-events';
import { startDesk, type Desk } from './desk';
import { countEnquiries, enquiry, readEnquiry, removeEnquiries } from './enquiries';

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
  await subscribe(desk.running.strapi);
});

afterAll(() => desk.running.stop());

beforeEach(() => removeEnquiries(desk.running.strapi));

interface Received {
  documentId: string;
  reference: string;
  duplicateOf: { reference: string } | null;
}

/** Sends an enquiry as a visitor does, and reads what was stored. */
async function send(changes: object = {}, headers: Record<string, string> = {}): Promise<Received> {
  const { body } = await desk.running.request
    .post('/api/enquiries')
    .set(headers)
    .send({ data: enquiry(changes) });
  const stored = await readEnquiry(desk.running.strapi, body.data.reference as string);
  return stored as unknown as Received;
}

const ALIKE = { email: 'ANN@Example.org', message: 'When is it?\n\nThank you' };

describe('an enquiry that says the same as an earlier one', () => {
  it('gets a reference of its own, and refers to the first', async () => {
    const first = await send(ALIKE);
    const second = await send({ email: 'ann@example.org', message: ' When is it?  Thank you ' });
    const third = await send({ ...ALIKE, kind: 'support', name: 'Ann' });
    expect(first.duplicateOf).toBeNull();
    expect(second.duplicateOf?.reference).toBe(first.reference);
    expect(third.duplicateOf?.reference).toBe(first.reference);
    expect(new Set([first, second, third].map(({ reference }) => reference)).size).toBe(3);
  });

  it.each([
    ['another address', { email: 'bob@example.org' }],
    ['another message', { message: 'When is it? Thanks' }],
    ['another capitalisation of the message', { message: 'WHEN IS IT? THANK YOU' }],
  ])('but for %s is none', async (_, changes) => {
    await send(ALIKE);
    expect((await send({ ...ALIKE, ...changes })).duplicateOf).toBeNull();
  });

  it.each([
    ['23:59', '2026-03-03T11:59:00.000Z', true],
    ['24:01', '2026-03-03T12:01:00.000Z', false],
  ])('within 24 hours counts, later not: after %s', async (_, time, isDuplicate) => {
    const first = await at('2026-03-02T12:00:00.000Z', () => send(ALIKE));
    const second = await at(time, () => send(ALIKE));
    expect(second.duplicateOf?.reference).toBe(isDuplicate ? first.reference : undefined);
  });

  it('refers to the first of a chain, not to the last', async () => {
    const first = await at('2026-03-02T12:00:00.000Z', () => send(ALIKE));
    await at('2026-03-03T08:00:00.000Z', () => send(ALIKE));
    const third = await at('2026-03-04T04:00:00.000Z', () => send(ALIKE));
    expect(third.duplicateOf?.reference).toBe(first.reference);
  });

  it('refers to one first when many come at the same moment', async () => {
    const received = await Promise.all(Array.from({ length: 12 }, () => send(ALIKE)));
    const firsts = received.filter(({ duplicateOf }) => !duplicateOf);
    expect(firsts).toHaveLength(1);
    const targets = received.flatMap(({ duplicateOf }) => duplicateOf?.reference ?? []);
    expect(new Set(targets)).toEqual(new Set([firsts[0]?.reference]));
  });

  it('is no duplicate where it is the same request again, with its Idempotency-Key', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const first = await send(ALIKE, headers);
    expect(await send(ALIKE, headers)).toEqual(first);
    expect(await countEnquiries(desk.running.strapi)).toBe(1);
  });

  it('is told of and confirmed like any other', async () => {
    const { strapi } = desk.running;
    const first = await send(ALIKE);
    const { documentId } = await send(ALIKE);
    expect(await eventsAbout(strapi, documentId)).toMatchObject([
      { type: 'enquiry.created', data: { duplicateOf: first.reference } },
    ]);
    expect(await mailsAbout(strapi, documentId)).toContain('mail.confirm-enquiry');
  });

  it('stays one when the desk works on it, whatever the panel sends', async () => {
    const first = await send(ALIKE);
    const { documentId, reference } = await send(ALIKE);
    const { status } = await desk.save(documentId, { state: 'open', duplicateOf: null });
    expect(status).toBe(200);
    expect(await readEnquiry(desk.running.strapi, reference)).toMatchObject({
      state: 'open',
      duplicateOf: { reference: first.reference },
    });
  });
});

describe('the desk sees by the API', () => {
  it('what an enquiry is a duplicate of, without asking', async () => {
    const first = await send(ALIKE);
    const { documentId } = await send(ALIKE);
    const { body } = await desk.get(`/api/enquiries/${documentId}`);
    expect(body.data.duplicateOf).toMatchObject({
      documentId: first.documentId,
      reference: first.reference,
    });
    expect(body.data).not.toHaveProperty('fingerprint');
    expect(body.data).not.toHaveProperty('announcedAt');
  });

  it('the duplicates of an enquiry, with their status by that name', async () => {
    const { documentId } = await send(ALIKE);
    const second = await send(ALIKE);
    const query = 'populate[duplicates][fields]=reference,status&populate[duplicates][sort]=status';
    const { body } = await desk.get(`/api/enquiries/${documentId}?${query}`);
    expect(body.data.duplicates).toMatchObject([{ reference: second.reference, status: 'new' }]);
    expect(body.data.duplicates[0]).not.toHaveProperty('state');
  });

  it.each([
    ['filters[duplicateOf][status]=new', 1],
    ['filters[duplicateOf][status]=open', 0],
    ['filters[duplicateOf][id][$null]=true', 1],
    ['filters[duplicates][$and][0][status]=new&sort=duplicateOf.status', 1],
  ])('enquiries by conditions on others: %s', async (query, total) => {
    await send(ALIKE);
    await send(ALIKE);
    const { body } = await desk.get(`/api/enquiries?${query}`);
    expect(body.meta.pagination.total).toBe(total);
  });
});
