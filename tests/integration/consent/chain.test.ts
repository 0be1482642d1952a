import type { Core } from '@strapi/strapi';
import { main as verify } from '../../../scripts/consents-verify';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { ACCEPT, answer, publishPolicy, rowsOf } from './consents';

const AT_ONCE = 50;

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi({ RATE_LIMIT_CONSENTS: '100000' });
  await publishPolicy(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

type Connection = Core.Strapi['db']['connection'];

/** Runs `npm run consents:verify`. @returns its exit code and what it printed */
async function runVerify(...parameters: string[]): Promise<{ code: number; output: string }> {
  const lines: string[] = [];
  const printed = jest.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)));
  try {
    const code = await verify(parameters, { step: async (_title, work) => work(() => undefined) });
    return { code: Number(code), output: lines.join('\n') };
  } finally {
    printed.mockRestore();
  }
}

const headIn = (output: string) => /[0-9a-f]{64}/.exec(output)?.[0] ?? '';

/** What the database does when something is done to it and then undone. */
async function whileTampered(
  work: (connection: Connection) => Promise<unknown>,
): Promise<{ code: number; output: string }> {
  const { connection } = running.strapi.db;
  await connection.raw('CREATE TABLE kept AS SELECT * FROM consent_records');
  await connection.raw('CREATE TABLE kept_subjects AS SELECT * FROM consent_subjects');
  await connection.raw('ALTER TABLE consent_records DISABLE TRIGGER USER');
  try {
    await work(connection);
    return await runVerify();
  } finally {
    await connection.raw('DELETE FROM consent_records');
    await connection.raw('INSERT INTO consent_records SELECT * FROM kept');
    await connection.raw('DELETE FROM consent_subjects');
    await connection.raw('INSERT INTO consent_subjects SELECT * FROM kept_subjects');
    await connection.raw('ALTER TABLE consent_records ENABLE TRIGGER USER');
    await connection.raw('DROP TABLE kept, kept_subjects');
  }
}

it('is whole while it is empty', async () => {
  const { code, output } = await runVerify('--expect', '0'.repeat(64));
  expect({ code, head: headIn(output) }).toEqual({ code: 0, head: '0'.repeat(64) });
});

it('has no gap after many answers at the same moment', async () => {
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, index) =>
      answer(running, { page: `/page-${index}`, ...(index % 2 ? { choices: ACCEPT } : {}) }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(AT_ONCE).fill(201));
  const rows = await rowsOf(running.strapi, 'consent_records');
  const numbers = rows.map(({ sequence }) => Number(sequence)).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: AT_ONCE }, (_, index) => index + 1));
  const { code, output } = await runVerify();
  expect(output).toContain(`${AT_ONCE} records`);
  expect(code).toBe(0);
});

describe('the database refuses', () => {
  it.each([
    ['to change a record', 'UPDATE consent_records SET locale = locale'],
    ['to remove a record', 'DELETE FROM consent_records WHERE sequence = 1'],
    ['to empty the table', 'TRUNCATE consent_records'],
  ])('%s', async (_case, sql) => {
    await expect(running.strapi.db.connection.raw(sql)).rejects.toMatchObject({ code: '23001' });
  });

  it('two records that follow the same one', async () => {
    const fork = `INSERT INTO consent_records SELECT 1000, kind, 'another', policy_document_id,
      policy_version, policy_sha256, locale, choices, method, page, subject, recorded_at,
      expires_at, previous_hash, 'another' FROM consent_records WHERE sequence = 5`;
    await expect(running.strapi.db.connection.raw(fork)).rejects.toMatchObject({ code: '23505' });
  });
});

describe('with its trigger switched off', () => {
  const set = (assignment: string) => (connection: Connection) =>
    connection.raw(`UPDATE consent_records SET ${assignment} WHERE sequence = 20`);

  it.each([
    `choices = '{"necessary": true, "analytics": false, "marketing": true}'`,
    `method = 'choices'`,
    'policy_version = 2',
    `policy_sha256 = repeat('a', 64)`,
    `policy_document_id = 'another'`,
    `locale = 'fr'`,
    `page = '/elsewhere'`,
    `recorded_at = recorded_at + interval '1 millisecond'`,
    `recorded_at = 'infinity'`,
    `expires_at = expires_at + interval '1 day'`,
    `receipt_hash = repeat('b', 64)`,
    `subject = repeat('c', 64)`,
    `previous_hash = repeat('d', 64)`,
    `hash = repeat('e', 64)`,
    `kind = 'withdrawn', choices = NULL, method = NULL, page = NULL, subject = NULL, expires_at = NULL`,
  ])('a change is found and named: %s', async (assignment) => {
    const { code, output } = await whileTampered(set(assignment));
    expect(output).toContain('Record 20 has been changed');
    expect(code).toBe(1);
  });

  it('a removed record is found', async () => {
    const { code, output } = await whileTampered((connection) =>
      connection('consent_records').where({ sequence: 20 }).delete(),
    );
    expect(output).toContain('Record 20 is missing');
    expect(code).toBe(1);
  });

  it('a record that was put in is found', async () => {
    const { output } = await whileTampered(async (connection) => {
      await connection.raw(
        'UPDATE consent_records SET sequence = sequence + 1000 WHERE sequence >= 20',
      );
      await connection.raw(
        'UPDATE consent_records SET sequence = sequence - 999 WHERE sequence > 1000',
      );
      await connection.raw(`INSERT INTO consent_records SELECT 20, kind, 'new', policy_document_id,
        policy_version, policy_sha256, locale, choices, method, page, subject, recorded_at,
        expires_at, 'new', 'new' FROM consent_records WHERE sequence = 3`);
    });
    expect(output).toContain('Record 20 has been changed');
  });

  it('another subject is found', async () => {
    const { code, output } = await whileTampered((connection) =>
      connection.raw(`UPDATE consent_subjects SET member_id = 7 WHERE receipt_hash =
        (SELECT receipt_hash FROM consent_records WHERE sequence = 20)`),
    );
    expect(output).toContain('Record 20 has another subject');
    expect(code).toBe(1);
  });

  it('a missing end is found by whoever noted the head', async () => {
    const { output } = await runVerify();
    const noted = headIn(output);
    let expecting = { code: 0, output: '' };
    const { code } = await whileTampered(async (connection) => {
      await connection('consent_records').where('sequence', '>', 40).delete();
      expecting = await runVerify('--expect', noted);
    });
    expect(code).toBe(0);
    expect(expecting.code).toBe(1);
    expect(expecting.output).toContain('removed from the end');
  });
});

it('finds a head that was noted earlier, also after more answers', async () => {
  const noted = headIn((await runVerify()).output);
  await answer(running).expect(201);
  expect(await runVerify('--expect', noted)).toMatchObject({ code: 0 });
});

it.each([['--expect', 'nonsense'], ['--unknown'], ['word']])(
  'is not verified with %s %s',
  async (...parameters) => {
    await expect(runVerify(...parameters)).rejects.toMatchObject({ name: 'ConfigurationError' });
  },
);
