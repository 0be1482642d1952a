import { signIn } from '../../helpers/accounts';
import { runJobs } from '../../helpers/jobs';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { main as verify } from '../../../scripts/consents-verify';
import { jobQueue } from '../../../src/plugins/jobs/accessor';
import type consentService from '../../../src/api/consent/services/consent';
import { ACCEPT, answer, publishPolicy, rowsOf } from './consents';

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi({ RATE_LIMIT_CONSENTS: '100000' });
  await publishPolicy(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

const service = () =>
  running.strapi.service('api::consent.consent') as unknown as ReturnType<typeof consentService>;

/** Gives a consent; its receipt. */
async function give(headers: Record<string, string> = {}): Promise<string> {
  const { body } = await answer(running, { choices: ACCEPT }, headers).expect(201);
  return body.data.receipt;
}

const withdraw = (receipt: string) => running.request.delete(`/api/consents/${receipt}`);

const countOf = async (table: string) => (await rowsOf(running.strapi, table)).length;

/** Whether `consents:verify` finds nothing wrong. */
async function isWhole(): Promise<boolean> {
  const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const code = await verify([], { step: async (_title, work) => work(() => undefined) });
  printed.mockRestore();
  return code === 0;
}

describe('a withdrawal', () => {
  it('is told with the record, and later as well', async () => {
    const receipt = await give();
    const { body, headers } = await withdraw(receipt).expect(200);
    expect(body.data).toMatchObject({ receipt, choices: ACCEPT });
    expect(Date.parse(body.data.withdrawnAt)).toBeGreaterThanOrEqual(
      Date.parse(body.data.recordedAt),
    );
    expect(headers['cache-control']).toBe('no-store');
    const { body: later } = await running.request.get(`/api/consents/${receipt}`).expect(200);
    expect(later).toEqual(body);
  });

  it('stays as it is when it is sent again, also at the same moment', async () => {
    const receipt = await give();
    const before = await countOf('consent_records');
    const answers = await Promise.all(Array.from({ length: 8 }, () => withdraw(receipt)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await countOf('consent_records')).toBe(before + 1);
    expect((await withdraw(receipt).expect(200)).text).toBe(answers[0]?.text);
  });

  it('is an entry of its own in the chain', async () => {
    await withdraw(await give()).expect(200);
    const last = (await rowsOf(running.strapi, 'consent_records')).at(-1);
    expect(last).toMatchObject({ kind: 'withdrawn', choices: null, subject: null });
    expect(await isWhole()).toBe(true);
  });
});

describe('what is personal', () => {
  it('is found by the receipt and by the member', async () => {
    const credentials = await signIn(running.strapi, 'authenticated');
    const receipt = await give(credentials);
    await withdraw(receipt).expect(200);
    const member = (await rowsOf(running.strapi, 'consent_subjects')).at(-1)?.member_id as number;
    const [found] = await service().findConsents({ receipt });
    expect(found).toMatchObject({ choices: ACCEPT, withdrawnAt: expect.any(Date) });
    expect(await service().findConsents({ memberId: member })).toEqual([found]);
    expect(await service().findConsents({})).toEqual([]);
  });

  it('is erased on demand, and the chain stays whole', async () => {
    const receipt = await give(await signIn(running.strapi, 'authenticated'));
    const [records, subjects] = [
      await countOf('consent_records'),
      await countOf('consent_subjects'),
    ];
    expect(await service().forgetSubject({ receipt })).toBe(1);
    expect(await service().forgetSubject({ receipt })).toBe(0);
    expect(await service().forgetSubject({})).toBe(0);
    expect(await countOf('consent_subjects')).toBe(subjects - 1);
    expect(await countOf('consent_records')).toBe(records);
    await running.request.get(`/api/consents/${receipt}`).expect(200);
    expect(await isWhole()).toBe(true);
  });

  it('is erased with the member', async () => {
    await give(await signIn(running.strapi, 'authenticated'));
    const member = (await rowsOf(running.strapi, 'consent_subjects')).at(-1)?.member_id as number;
    const before = await countOf('consent_subjects');
    await running.strapi.db
      .query('plugin::users-permissions.user')
      .delete({ where: { id: member } });
    expect(await countOf('consent_subjects')).toBe(before - 1);
    expect(await service().findConsents({ memberId: member })).toEqual([]);
    expect(await isWhole()).toBe(true);
  });

  it('is erased half a year after the consent has ended, and not before', async () => {
    await running.strapi.db.connection('consent_subjects').delete();
    const [old, recent] = [await give(), await give()];
    const rows = await running.strapi.db.connection.raw<{ rows: { months: number }[] }>(`
      SELECT extract(month FROM age(forget_at, expires_at))::integer AS months
      FROM consent_subjects JOIN consent_records USING (receipt_hash)`);
    expect(rows.rows).toEqual([{ months: 6 }, { months: 6 }]);
    await running.strapi.db.connection.raw(`
      UPDATE consent_subjects SET forget_at = now() WHERE receipt_hash =
        (SELECT receipt_hash FROM consent_records WHERE kind = 'given'
         ORDER BY sequence DESC OFFSET 1 LIMIT 1)`);
    await jobQueue().add('consents.forget-subjects', {});
    await runJobs(running.strapi);
    expect(await countOf('consent_subjects')).toBe(1);
    for (const receipt of [old, recent])
      await running.request.get(`/api/consents/${receipt}`).expect(200);
    expect(await isWhole()).toBe(true);
  });
});
