import { signInToPanel, type Credentials } from '../../helpers/accounts';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

const SETTINGS = '/content-manager/single-types/api::enquiry-desk.enquiry-desk';

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi();
});

afterAll(async () => {
  await running.stop();
});

const read = (credentials: Credentials) => running.request.get(SETTINGS).set(credentials);
const write = (credentials: Credentials, notificationEmail: string) =>
  running.request.put(SETTINGS).set(credentials).send({ notificationEmail });

describe('the address that new enquiries are sent to', () => {
  it('is set by the desk in the panel', async () => {
    const { credentials } = await signInToPanel(running, 'enquiry-desk');
    await write(credentials, 'desk@example.org').expect(200);
    const { body } = await read(credentials).expect(200);
    expect(body.data.notificationEmail).toBe('desk@example.org');
  });

  it('must be one address', async () => {
    const { credentials } = await signInToPanel(running, 'enquiry-desk');
    await write(credentials, 'one@example.org, two@example.org').expect(400);
    await write(credentials, 'desk').expect(400);
  });

  it.each(['strapi-editor', 'strapi-author'])(
    'is out of reach of those who see no enquiries: %s',
    async (role) => {
      const { credentials } = await signInToPanel(running, role);
      await read(credentials).expect(403);
      await write(credentials, 'mine@example.org').expect(403);
    },
  );

  it('is not in the API', async () => {
    for (const path of ['/api/enquiry-desk', '/api/enquiry-desks'])
      await running.request.get(path).expect(404);
  });
});
