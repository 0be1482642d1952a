import type { Core } from '@strapi/strapi';
import type { People } from '../../../src/plugins/privacy/accessor';
import type { CatalogueService } from '../../../src/plugins/privacy/server/src/services/catalogue';
import { createFactories } from '../../helpers/factories';
import { startDesk, type Desk } from '../enquiry/desk';
import { removeEnquiries, storeEnquiry, VISITOR } from '../enquiry/enquiries';
import { peopleOf } from './people';

const { email } = VISITOR;

let desk: Desk;
let strapi: Core.Strapi;
let people: People;

beforeAll(async () => {
  desk = await startDesk();
  ({ strapi } = desk.running);
  people = peopleOf(strapi);
});

afterAll(() => desk.running.stop());

beforeEach(() => removeEnquiries(strapi));

describe('an export', () => {
  it('says when and from where, and what is held', async () => {
    const start = Date.now();
    const { documentId, reference } = await storeEnquiry(strapi, {
      phone: '+33 1 23',
      spamScore: 3,
    });
    await desk.change(documentId, { notes: 'Called back', assignee: desk.colleague.email });
    const { about, holdings } = await people.export({ email: ` ${email.toUpperCase()} ` });
    expect(about).toEqual({
      email: email.toUpperCase(),
      exportedAt: expect.any(String),
      exportedFrom: expect.stringMatching(/^http/),
    });
    expect(new Date(about.exportedAt).getTime()).toBeGreaterThanOrEqual(start);
    expect(holdings.enquiries).toEqual([
      expect.objectContaining({
        ...VISITOR,
        documentId,
        reference,
        phone: '+33 1 23',
        state: 'new',
        spamScore: 3,
        notes: [{ text: 'Called back', author: expect.any(String), writtenAt: expect.anything() }],
      }),
    ]);
  });

  it('leaves out who works at the desk, numeric ids and what is private', async () => {
    const { documentId } = await storeEnquiry(strapi);
    await desk.change(documentId, { assignee: desk.colleague.email });
    const { holdings } = await people.export({ email });
    expect(JSON.stringify(holdings)).not.toContain(desk.colleague.email);
    const [exported = {}] = holdings.enquiries ?? [];
    for (const name of ['id', 'assignee', 'createdBy', 'fingerprint', 'emailBlindIndex'])
      expect(exported).not.toHaveProperty(name);
  });

  it('names what an enquiry leads to', async () => {
    const make = createFactories(strapi);
    const training = await make.training({ title: 'Navigation' });
    const first = await storeEnquiry(strapi);
    const { id } = await storeEnquiry(strapi);
    await strapi.db
      .query('api::enquiry.enquiry')
      .update({ where: { id }, data: { training: training.id } });
    const { holdings } = await people.export({ email });
    expect(holdings.enquiries?.[1]).toMatchObject({
      duplicateOf: { documentId: first.documentId, reference: first.reference },
      training: { documentId: training.documentId, title: 'Navigation' },
    });
  });

  it('has nothing of anybody else', async () => {
    await storeEnquiry(strapi);
    expect((await people.export({ email: 'other@example.org' })).holdings).toEqual({});
  });
});

it('every content type with a tagged address is found by its tags alone', async () => {
  const catalogue = strapi.plugin('privacy').service<CatalogueService>('catalogue').read();
  const types = catalogue.tagged.filter(
    ({ isComponent, fields }) => !isComponent && fields.some(({ index }) => index),
  );
  expect(types.length).toBeGreaterThan(0);
  for (const { uid, fields } of types) {
    const address = `tagged-${uid.replaceAll(/\W/g, '-')}@example.org`;
    const { attributes } = strapi.contentType(uid as 'api::enquiry.enquiry');
    const typeOf = (name: string) => (attributes as Record<string, { type: string }>)[name]?.type;
    const text = Object.fromEntries(fields.map(({ name }) => [name, `A value of ${name}`]));
    const emails = fields.filter(({ name }) => typeOf(name) === 'email');
    const data = { ...text, ...Object.fromEntries(emails.map(({ name }) => [name, address])) };
    const made = await strapi
      .documents(uid as 'api::enquiry.enquiry')
      .create({ data: data as never });
    const { pluralName } = strapi.contentType(uid as 'api::enquiry.enquiry').info;
    const { holdings } = await people.export({ email: address });
    expect(holdings[pluralName]).toEqual([
      expect.objectContaining({ ...data, documentId: made.documentId }),
    ]);
    expect((await people.erase({ email: address }))?.counts[pluralName]).toBe(1);
    expect(await people.find({ email: address })).toEqual([]);
  }
});
