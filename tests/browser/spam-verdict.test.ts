import { startPanel, takePicture, type Panel } from '../helpers/browser';

const ENQUIRY = 'api::enquiry.enquiry';

let panel: Panel;

beforeAll(async () => {
  panel = await startPanel();
});

afterEach(() => panel.closePages());

afterAll(() => panel.stop());

it('tells the desk in sentences why an enquiry was set aside, and lets it be taken back', async () => {
  const data = {
    kind: 'other',
    name: 'Rank Rocket Desk',
    email: 'offers@mailinator.com',
    message: 'FIRST PLACE in all search engines! [url=https://rank.example]CLICK[/url]',
  };
  const { body } = await panel.request.post('/api/enquiries').send({ data }).expect(201);
  const page = await panel.signIn('enquiry-desk');
  await panel.openDocument(page, ENQUIRY, body.data.reference);

  await page.getByText('Set aside as spam: 75 of 100').waitFor();
  const reasons = page.getByRole('complementary').getByRole('listitem');
  expect(await reasons.allInnerTexts()).toEqual([
    'Links are written in BBCode or HTML, as advertisements for forums are.',
    'The e-mail address is of a service for throw-away addresses.',
    'It did not come from the form on the website.',
  ]);
  await takePicture(page, 'spam-verdict');

  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'new', exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Not set aside: 75 of 100').waitFor();
});
