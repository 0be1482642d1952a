import { startPanel, takePicture, type Panel } from '../helpers/browser';
import { ACCEPT, answer, publishPolicy, REFUSE } from '../integration/consent/consents';

let panel: Panel;

beforeAll(async () => {
  panel = await startPanel();
});

afterEach(() => panel.closePages());

afterAll(() => panel.stop());

it('shows editors on their home page how visitors answer to the cookie notice', async () => {
  await publishPolicy(panel.strapi);
  const mixed = { ...REFUSE, analytics: true };
  for (const choices of [ACCEPT, ACCEPT, REFUSE, mixed])
    await answer(panel, { choices }).expect(201);
  const page = await panel.signIn('strapi-editor');
  await page.getByText('4 answers in the last 30 days').waitFor();
  await page.getByText('75% (3 of 4)').scrollIntoViewIfNeeded();
  await takePicture(page, 'consents');
});

it('shows it to nobody who may not read cookie policies', async () => {
  const page = await panel.signIn('enquiry-desk');
  await page.getByRole('heading', { name: /hello/i }).waitFor();
  expect(await page.getByText('Answers to the cookie notice').count()).toBe(0);
});
