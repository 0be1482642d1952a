import { startStrapi, type RunningStrapi } from '../helpers/strapi';

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi();
});

afterAll(async () => {
  await running.stop();
});

it('answers 204 while the process lives', async () => {
  await running.request.get('/_health').expect(204);
});
