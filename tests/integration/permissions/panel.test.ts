import { signInToPanel, type PanelUser } from '../../helpers/accounts';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { readEnquiry, storeEnquiry, VISITOR } from '../enquiry/enquiries';
import { createTraining } from '../enquiry/trainings';

const ENQUIRIES = '/content-manager/collection-types/api::enquiry.enquiry';
const BLOGS = '/content-manager/collection-types/api::blog.blog';
const TRAININGS = '/content-manager/collection-types/api::training.training';

let running: RunningStrapi;
let firstAnswers: { status: number }[];
let users: Record<'editor' | 'author' | 'otherAuthor' | 'desk', PanelUser>;

const registerAdministrator = (name: string) =>
  running.request.post('/admin/register-admin').send({
    firstname: name,
    lastname: 'Example',
    email: `${name}@example.org`,
    password: 'A-long-passphrase-1',
  });

beforeAll(async () => {
  running = await startStrapi();
  firstAnswers = await Promise.all(['first', 'second'].map(registerAdministrator));
  users = {
    editor: await signInToPanel(running, 'strapi-editor'),
    author: await signInToPanel(running, 'strapi-author'),
    otherAuthor: await signInToPanel(running, 'strapi-author'),
    desk: await signInToPanel(running, 'enquiry-desk'),
  };
});

afterAll(async () => {
  await running.stop();
});

type Method = 'get' | 'post' | 'put' | 'delete';

/** Sends a request as one of the panel's users. */
const as = (user: keyof typeof users, method: Method, path: string, body?: object) =>
  running.request[method](path).set(users[user].credentials).send(body);

let blogs = 0;

/** A blog that somebody has written in the panel; its documentId. */
async function writeBlog(user: keyof typeof users): Promise<string> {
  const blog = { title: `A blog ${(blogs += 1)}`, body: 'Text.' };
  const { body } = await as(user, 'post', BLOGS, blog).expect(201);
  return body.data.documentId;
}

describe('the first administrator', () => {
  it('is one, also when two register at the same moment', async () => {
    expect(firstAnswers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('is followed by no other who registers', async () => {
    const panelUsers = running.strapi.db.query('admin::user');
    const before = await panelUsers.count({});
    const { body } = await registerAdministrator('third').expect(400);
    expect(body.error.message).toBe('You cannot register a new super admin');
    expect(await panelUsers.count({})).toBe(before);
  });
});

describe.each(['editor', 'author'] as const)('%ss', (user) => {
  it('can neither see nor change enquiries', async () => {
    const { documentId, reference } = await storeEnquiry(running.strapi);
    const requests = [
      as(user, 'get', ENQUIRIES),
      as(user, 'get', `${ENQUIRIES}/${documentId}`),
      as(user, 'put', `${ENQUIRIES}/${documentId}`, { state: 'spam' }),
      as(user, 'post', ENQUIRIES, { kind: 'other', ...VISITOR }),
      as(user, 'delete', `${ENQUIRIES}/${documentId}`),
      as(user, 'post', `${ENQUIRIES}/actions/bulkDelete`, { documentIds: [documentId] }),
    ];
    for (const request of requests) {
      const answer = await request.expect(403);
      expect(answer.text).not.toContain(VISITOR.email);
    }
    expect(await readEnquiry(running.strapi, reference)).toMatchObject({ state: 'new' });
  });

  it.each([
    '/content-manager/homepage/recent-documents?action=update',
    '/content-manager/homepage/recent-documents?action=publish',
    '/content-manager/collection-types/admin::user',
    '/content-manager/collection-types/plugin::users-permissions.user',
    '/admin/homepage/key-statistics',
    '/admin/users',
    '/admin/api-tokens',
  ])('learn nothing of enquiries or accounts from %s', async (path) => {
    await storeEnquiry(running.strapi);
    const { text } = await as(user, 'get', path);
    for (const secret of [...Object.values(VISITOR), users.desk.email]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('editors', () => {
  it('publish what they and others write', async () => {
    for (const writer of ['editor', 'author'] as const) {
      const documentId = await writeBlog(writer);
      await as('editor', 'post', `${BLOGS}/${documentId}/actions/publish`, {}).expect(200);
      await running.request.get(`/api/blogs/${documentId}`).expect(200);
    }
  });

  it('cannot change the published versions of a cookie policy', async () => {
    const versions = '/content-manager/collection-types/api::cookie-policy.cookie-policy-version';
    await as('editor', 'get', versions).expect(200);
    await as('editor', 'post', versions, { title: 'Forged' }).expect(403);
  });
});

describe('authors', () => {
  it('change a blog of their own, and cannot publish it', async () => {
    const documentId = await writeBlog('author');
    await as('author', 'put', `${BLOGS}/${documentId}`, { title: 'Better' }).expect(200);
    await as('author', 'post', `${BLOGS}/${documentId}/actions/publish`, {}).expect(403);
    await as('author', 'post', `${BLOGS}/actions/bulkPublish`, {
      documentIds: [documentId],
    }).expect(403);
    await as('author', 'post', `${BLOGS}/actions/publish`, { title: 'New', body: 'x' }).expect(403);
    await running.request.get(`/api/blogs/${documentId}`).expect(404);
  });

  it('do not reach a blog of somebody else', async () => {
    const documentId = await writeBlog('otherAuthor');
    const address = `${BLOGS}/${documentId}`;
    await as('author', 'get', address).expect(403);
    await as('author', 'put', address, { title: 'Mine now' }).expect(403);
    await as('author', 'delete', address).expect(403);
    const { body } = await as('author', 'get', BLOGS).expect(200);
    expect(JSON.stringify(body)).not.toContain(documentId);
  });

  it('read trainings and change none', async () => {
    const { documentId } = await createTraining(running.strapi, 'draft');
    await as('author', 'get', `${TRAININGS}/${documentId}`).expect(200);
    await as('author', 'put', `${TRAININGS}/${documentId}`, { title: 'Mine' }).expect(403);
  });
});

describe('the enquiry desk', () => {
  it('sees every enquiry with what the visitor wrote', async () => {
    const { documentId } = await storeEnquiry(running.strapi);
    const list = await as('desk', 'get', ENQUIRIES).expect(200);
    expect(JSON.stringify(list.body.results)).toContain(VISITOR.email);
    expect(list.headers['cache-control']).toBe('no-store');
    const { body } = await as('desk', 'get', `${ENQUIRIES}/${documentId}`).expect(200);
    expect(body.data).toMatchObject(VISITOR);
  });

  it('changes state, kind and assignee, and adds notes', async () => {
    const { documentId, reference, dueAt } = await storeEnquiry(running.strapi);
    await as('desk', 'put', `${ENQUIRIES}/${documentId}`, {
      state: 'open',
      kind: 'partnership',
      notes: [{ text: 'Called back.' }],
      assignee: { connect: [{ id: users.desk.id }], disconnect: [] },
    }).expect(200);
    const stored = await readEnquiry(running.strapi, reference);
    expect(stored).toMatchObject({
      state: 'open',
      kind: 'partnership',
      notes: [{ text: 'Called back.' }],
      assignee: { id: users.desk.id },
    });
    expect(String(stored.dueAt) > String(dueAt)).toBe(true);
  });

  it('is told in words why a state cannot follow another', async () => {
    const { documentId, reference } = await storeEnquiry(running.strapi, { state: 'won' });
    const { body } = await as('desk', 'put', `${ENQUIRIES}/${documentId}`, { state: 'lost' });
    expect(body.error).toEqual({
      status: 409,
      name: 'ConflictError',
      message: 'An enquiry that is won cannot become lost; it can become open.',
      details: { from: 'won', to: 'lost', allowed: ['open'] },
    });
    expect(await readEnquiry(running.strapi, reference)).toMatchObject({ state: 'won' });
  });

  it('cannot change what the visitor wrote, nor what is computed', async () => {
    const before = await storeEnquiry(running.strapi);
    await as('desk', 'put', `${ENQUIRIES}/${before.documentId}`, {
      name: 'Somebody else',
      email: 'else@example.org',
      message: 'Another question',
      reference: 'ENQ-0000-000000',
      dueAt: '2030-01-01T00:00:00.000Z',
      answeredAt: '2020-01-01T00:00:00.000Z',
      createdAt: '2020-01-01T00:00:00.000Z',
      spamScore: 1,
      notes: 'The one thing that may change',
    });
    const { reference, dueAt, createdAt, spamScore } = before;
    expect(await readEnquiry(running.strapi, before.reference)).toMatchObject({
      ...VISITOR,
      reference,
      dueAt,
      createdAt,
      spamScore,
      answeredAt: null,
    });
  });

  it('cannot make or remove enquiries', async () => {
    const { documentId, reference } = await storeEnquiry(running.strapi);
    const address = `${ENQUIRIES}/${documentId}`;
    await as('desk', 'post', ENQUIRIES, { kind: 'other', ...VISITOR }).expect(403);
    await as('desk', 'post', `${ENQUIRIES}/clone/${documentId}`, {}).expect(403);
    await as('desk', 'delete', address).expect(403);
    const bulk = { documentIds: [documentId] };
    await as('desk', 'post', `${ENQUIRIES}/actions/bulkDelete`, bulk).expect(403);
    expect(await readEnquiry(running.strapi, reference)).not.toBeNull();
  });

  it('changes no content', async () => {
    const { documentId } = await createTraining(running.strapi, 'draft');
    const training = `${TRAININGS}/${documentId}`;
    await as('desk', 'get', training).expect(200);
    await as('desk', 'put', training, { title: 'Changed' }).expect(403);
    await as('desk', 'post', `${training}/actions/publish`, {}).expect(403);
    await as('desk', 'delete', training).expect(403);
    await as('desk', 'get', BLOGS).expect(403);
    await as('desk', 'post', BLOGS, { title: 'Blog', body: 'x' }).expect(403);
  });

  it('learns of its colleagues who they are, and nothing that opens their accounts', async () => {
    const { text } = await as('desk', 'get', '/content-manager/collection-types/admin::user');
    expect(text).not.toMatch(/\$2[aby]\$|resetPasswordToken|registrationToken/);
    await as('desk', 'get', '/admin/users').expect(403);
  });
});
