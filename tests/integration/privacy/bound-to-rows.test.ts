import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../src/database/transaction';
import { isEncrypted } from '../../../src/plugins/privacy/server/src/crypto/cell';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { enquiry, readEnquiry, removeEnquiries, storeEnquiry } from '../enquiry/enquiries';

const ENQUIRY = 'api::enquiry.enquiry';
const NOTE = 'enquiry.note';

let running: RunningStrapi;
let strapi: Core.Strapi;

beforeAll(async () => {
  running = await startStrapi();
  ({ strapi } = running);
});

afterAll(() => running.stop());

beforeEach(() => removeEnquiries(strapi));

interface Note {
  id: number;
  text: string;
}

/** An enquiry with a note; the note. */
async function storeNote(text = 'First'): Promise<Note> {
  const data = { ...enquiry(), notes: [{ text }] } as never;
  const { reference } = await strapi.documents(ENQUIRY).create({ data });
  const { notes } = await readEnquiry(strapi, reference ?? '');
  const [note] = notes as Note[];
  if (!note) throw new Error('There is no note.');
  return note;
}

async function storedText({ id }: Note): Promise<string | undefined> {
  const [row] = await strapi.db.connection<Note>('components_enquiry_notes').where({ id });
  return row?.text;
}

const changeNote = ({ id }: Note, text: unknown): Promise<Note> =>
  strapi.db.query(NOTE).update({ where: { id }, data: { text } });

describe('a note that is changed by itself', () => {
  it('stays encrypted for its enquiry', async () => {
    const note = await storeNote();
    expect(await changeNote(note, 'Second')).toMatchObject({ text: 'Second' });
    expect(isEncrypted((await storedText(note)) ?? '')).toBe(true);
  });

  it('is read and encrypted in the transaction that has written its enquiry', async () => {
    const note = await inTransaction(async () => {
      const written = await storeNote();
      expect(await strapi.db.query(NOTE).findOne({ where: { id: written.id } })).toEqual(
        expect.objectContaining({ text: 'First' }),
      );
      await changeNote(written, 'Second');
      return written;
    });
    expect(isEncrypted((await storedText(note)) ?? '')).toBe(true);
    expect(await strapi.db.query(NOTE).findOne({ where: { id: note.id } })).toMatchObject({
      text: 'Second',
    });
  });

  it('is refused where no enquiry has it, rather than stored in clear', async () => {
    const note = await storeNote();
    await strapi.db.query(ENQUIRY).deleteMany({});
    await expect(changeNote(note, 'Clear')).rejects.toThrow(/stands in no document/);
    expect(await storedText(note)).not.toBe('Clear');
  });
});

describe('an enquiry that is written below the document service', () => {
  const query = () => strapi.db.query(ENQUIRY);

  it('is encrypted once, however often its writer uses the same object', async () => {
    const creation = { data: { ...enquiry(), reference: 'ENQ-2020-000001' } };
    const first = await query().create(creation);
    creation.data.reference = 'ENQ-2020-000002';
    const second = await query().create(creation);
    expect(second).toMatchObject({ name: 'Visitor Canary', reference: 'ENQ-2020-000002' });
    expect(second.documentId).not.toBe(first.documentId);
    const { id } = await storeEnquiry(strapi);
    const update = { where: { id }, data: { name: 'Another' } };
    await query().update(update);
    expect(await query().update(update)).toMatchObject({ name: 'Another' });
  });

  it('takes a number as the text that it would be in the database', async () => {
    const { id } = await storeEnquiry(strapi);
    const phone = 4711 as never;
    expect(await query().update({ where: { id }, data: { phone } })).toMatchObject({
      phone: '4711',
    });
    const refused = query().update({ where: { id }, data: { phone: {} as never } });
    await expect(refused).rejects.toThrow('"phone" must be text.');
  });

  it('changes nothing where no row fits', async () => {
    const { reference } = await storeEnquiry(strapi);
    const late = { reference: 'ENQ-2020-000003' };
    const update = { where: late, data: { name: 'Late' } };
    expect(await query().update(update)).toBeNull();
    expect(await readEnquiry(strapi, reference)).toMatchObject({ name: 'Visitor Canary' });
    await query().create({ data: { ...enquiry(), ...late } });
    expect(await query().update(update)).toMatchObject({ name: 'Late' });
  });
});

describe('a documentId', () => {
  it('is the one that the writer gave', async () => {
    const documentId = 'imported0000000000000000';
    const data = { ...enquiry(), documentId, notes: [{ text: 'Imported' }] } as never;
    const created = await strapi.documents(ENQUIRY).create({ data, populate: ['notes'] });
    expect(created).toMatchObject({ documentId, notes: [{ text: 'Imported' }] });
    const read = await strapi.documents(ENQUIRY).findOne({ documentId, populate: ['notes'] });
    expect(read).toMatchObject({ name: 'Visitor Canary', notes: [{ text: 'Imported' }] });
  });

  it('is a new one for a copy, which reads like its original', async () => {
    const note = await storeNote('Copied');
    const [original] = await strapi.documents(ENQUIRY).findMany({});
    const documentId = original?.documentId ?? '';
    const data = { reference: 'ENQ-2020-999999' } as never;
    const cloned = await strapi.documents(ENQUIRY).clone({ documentId, data });
    const [entry] = cloned && 'entries' in cloned ? cloned.entries : [];
    const copied = { documentId: entry?.documentId ?? '', populate: ['notes'] as never };
    const copy = await strapi.documents(ENQUIRY).findOne(copied);
    expect(copy).toMatchObject({ name: 'Visitor Canary', notes: [{ text: 'Copied' }] });
    expect(copy?.documentId).not.toBe(documentId);
    expect(note.text).toBe('Copied');
  });
});
