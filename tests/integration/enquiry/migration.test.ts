import { up } from '../../../database/migrations/0011-enquiry-desk';
import { startDesk, type Desk } from './desk';
import { readEnquiry, storeEnquiry } from './enquiries';

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(() => desk.running.stop());

/** Takes the database back to where notes were one text, and due dates stayed for ever. */
async function undo(): Promise<void> {
  const { connection } = desk.running.strapi.db;
  await connection.raw('DROP TABLE components_enquiry_notes');
  await connection.raw('DROP INDEX enquiries_due, enquiries_received, enquiries_fingerprint');
  await connection.raw(`
    ALTER TABLE enquiries
      ADD COLUMN notes text,
      DROP COLUMN answered_on_time, DROP COLUMN fingerprint, DROP COLUMN announced_at`);
  await connection.raw('CREATE INDEX enquiries_due ON enquiries (due_at)');
}

describe('enquiries of an earlier release', () => {
  it('keep their notes, and are settled, due and announced as they were', async () => {
    const { strapi } = desk.running;
    const dueAt = '2026-01-05T09:00:00.000Z';
    const answered = await storeEnquiry(strapi, { state: 'won', answeredAt: dueAt, dueAt });
    const late = await storeEnquiry(strapi, {
      state: 'answered',
      answeredAt: '2026-01-06T09:00:00.000Z',
      dueAt,
    });
    const open = await storeEnquiry(strapi, { state: 'open', dueAt });
    const spam = await storeEnquiry(strapi, { state: 'spam', dueAt });
    await undo();
    const enquiries = strapi.db.connection('enquiries');
    const long = `Called.\r\n${'Nobody there. '.repeat(2000)}`;
    await enquiries.clone().where({ id: open.id }).update({ notes: long });
    await enquiries.clone().where({ id: spam.id }).update({ notes: '  ' });
    await strapi.db.transaction(async ({ trx }: { trx: Parameters<typeof up>[0] }) => up(trx));

    expect(await readEnquiry(strapi, answered.reference)).toMatchObject({
      dueAt: null,
      answeredOnTime: true,
      announcedAt: answered.createdAt,
      notes: [],
    });
    expect(await readEnquiry(strapi, late.reference)).toMatchObject({ answeredOnTime: false });
    expect(await readEnquiry(strapi, open.reference)).toMatchObject({
      dueAt,
      answeredOnTime: null,
      notes: [{ text: long, author: null, writtenAt: open.updatedAt }],
    });
    expect(await readEnquiry(strapi, spam.reference)).toMatchObject({
      dueAt: null,
      announcedAt: null,
      notes: [],
    });

    // A note that is longer than new ones may be does not keep the desk from adding to it.
    await desk.change(open.documentId, { notes: 'Called again.' });
    expect(await readEnquiry(strapi, open.reference)).toMatchObject({
      notes: [{ text: long }, { text: 'Called again.' }],
    });
  });
});
