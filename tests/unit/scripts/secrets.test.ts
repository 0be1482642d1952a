import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';

import fc from 'fast-check';

import { findSecretFaults, readSecrets, SECRET_NAMES } from '../../../config/environment/secrets';
import { ensureSecrets } from '../../../scripts/secrets';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'secrets-'));
  file = path.join(folder, '.env');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function modeOf(name: string): Promise<string> {
  return ((await stat(name)).mode & 0o777).toString(8);
}

/** Values as a person may have written them: on one line, and neither quoted nor commented. */
const value = fc.stringMatching(/^[A-Za-z0-9+/=,._-]{1,60}$/);

describe('the secrets of a new installation', () => {
  it('are generated into a file that only its owner reads, and pass the checks', async () => {
    const environment = {};
    expect(await ensureSecrets(file, environment)).toEqual(SECRET_NAMES);
    expect(await modeOf(file)).toBe('600');
    expect(findSecretFaults(environment)).toEqual([]);
    expect(parseEnv(await readFile(file, 'utf8'))).toEqual(environment);
  });

  it('are generated once', async () => {
    await ensureSecrets(file, {});
    const before = await readFile(file, 'utf8');
    expect(await ensureSecrets(file, {})).toEqual([]);
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it('are the same for two processes that start at once', async () => {
    const [one, other] = [{}, {}];
    await Promise.all([ensureSecrets(file, one), ensureSecrets(file, other)]);
    expect(one).toEqual(other);
  });

  it('never replace what is there, in the file or in the environment', async () => {
    const some = fc.dictionary(fc.constantFrom(...SECRET_NAMES), value);
    await fc.assert(
      fc.asyncProperty(some, some, fc.boolean(), async (written, given, endsLine) => {
        const lines = Object.entries(written).map(([name, text]) => `${name}=${text}`);
        await writeFile(file, `PORT=1234\n${lines.join('\n')}${endsLine ? '\n' : ''}`);
        const environment: NodeJS.ProcessEnv = { ...given };
        await ensureSecrets(file, environment);
        const after = parseEnv(await readFile(file, 'utf8'));
        expect(after).toMatchObject({ PORT: '1234', ...written });
        expect(environment).toMatchObject({ ...written, ...given });
        for (const name of SECRET_NAMES) expect(environment[name]).toBeTruthy();
        expect(await modeOf(file)).toBe('600');
      }),
    );
  });
});

describe('a start', () => {
  const good = {
    ...Object.fromEntries(
      SECRET_NAMES.map((name, index) => [name, `k${index}`.padEnd(40, 'z3Pm')]),
    ),
    APP_KEYS: `${'q1W'.padEnd(40, 'x7Rt')},${'q2W'.padEnd(40, 'y8Ru')}`,
    PRIVACY_KEYS: `2026:${randomBytes(32).toString('base64')}`,
  };

  it('takes long random values', () => {
    expect(readSecrets(good)).toEqual(good);
  });

  it('refuses every missing, short and example value at once, by name and without showing it', () => {
    const broken = {
      ...good,
      APP_KEYS: 'toBeModified1,toBeModified2',
      JWT_SECRET: 'hunter2',
      ENCRYPTION_KEY: '',
    };
    const message = (() => {
      try {
        readSecrets(broken);
        return 'nothing was refused';
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(message).toMatch(/APP_KEYS looks like an example value/);
    expect(message).toMatch(/JWT_SECRET is shorter than 32 characters/);
    expect(message).toMatch(/ENCRYPTION_KEY is missing/);
    expect(message).not.toMatch(/hunter2|toBeModified|ADMIN_JWT_SECRET/);
  });

  it('refuses any secret below 32 characters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SECRET_NAMES), fc.string({ maxLength: 31 }), (name, short) => {
        expect(findSecretFaults({ ...good, [name]: short })).toHaveLength(1);
      }),
    );
  });
});
