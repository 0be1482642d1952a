import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

import { at } from '../../helpers/clock';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { enquiry, readEnquiry } from './enquiries';

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi({
    RATE_LIMIT_ENQUIRIES: '100000',
    ENQUIRY_PROOF_OF_WORK: 'required',
  });
  // As little work as there can be.
  running.strapi.config.set('enquiries.proofOfWork.cost', 10);
  running.strapi.config.set('enquiries.proofOfWork.attempts', { least: 1, most: 20 });
});

afterAll(async () => {
  await running.stop();
});

/** What a form is given when it is shown. */
async function showForm(): Promise<{ token: string; challenge: Challenge }> {
  const { body } = await running.request.get('/api/enquiries/form-token').expect(200);
  return body.data;
}

/** What the form sends back after a minute: with ALTCHA's library, as its widget does. */
async function fillIn() {
  const aMinuteAgo = new Date(Date.now() - 60_000).toISOString();
  const { token, challenge } = await at(aMinuteAgo, showForm);
  const solution = await solveChallenge({ challenge, deriveKey });
  const proofOfWork = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  return { formToken: token, proofOfWork };
}

async function verdictOn(data: object): Promise<object> {
  const { body } = await running.request.post('/api/enquiries').send({ data }).expect(201);
  const { state, spamScore, spamReasons } = await readEnquiry(running.strapi, body.data.reference);
  return { state, spamScore, spamReasons };
}

describe('where a proof of work is required', () => {
  it('an enquiry with one shows no sign of spam', async () => {
    expect(await verdictOn(enquiry(await fillIn()))).toEqual({
      state: 'new',
      spamScore: 0,
      spamReasons: [],
    });
  });

  it('an enquiry without one is set aside, and not lost', async () => {
    const { formToken } = await fillIn();
    expect(await verdictOn(enquiry({ formToken }))).toEqual({
      state: 'spam',
      spamScore: 60,
      spamReasons: ['no-proof-of-work'],
    });
  });

  it('a solution is good once', async () => {
    const { proofOfWork } = await fillIn();
    const { formToken } = await fillIn();
    await verdictOn(enquiry({ proofOfWork }));
    expect(await verdictOn(enquiry({ proofOfWork, formToken }))).toMatchObject({
      spamReasons: ['wrong-proof-of-work'],
    });
  });

  it('an old solution is as good as none', async () => {
    const sent = await fillIn();
    const later = new Date(Date.now() + 2 * 60 * 60 * 1000).toISOString();
    expect(await at(later, () => verdictOn(enquiry(sent)))).toMatchObject({
      spamReasons: ['no-proof-of-work'],
    });
  });

  it('a solution that is none is wrong', async () => {
    const { formToken } = await fillIn();
    expect(await verdictOn(enquiry({ formToken, proofOfWork: 'bm9uZQ==' }))).toMatchObject({
      spamReasons: ['wrong-proof-of-work'],
    });
  });
});
