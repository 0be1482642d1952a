import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';

import { lockfile, makeProject, type LaunchedProject } from '../../helpers/launched-project';

let project: LaunchedProject;

beforeEach(async () => {
  project = await makeProject();
});

afterEach(async () => {
  await project.dispose();
});

describe('a command in a fresh clone', () => {
  it('installs, compiles, and runs in the same process with its parameters', async () => {
    const { code, output, errors, pid } = await project.run(['greet', 'a b', '--c']);
    expect(output).toBe(`hello a b --c ${pid}\n`);
    expect(errors).toMatch(/✓ Installing the packages.*✓ Compiling the server/s);
    expect(await project.read('public/consent.js')).toMatch(/^\/\*! .*MIT.*A notice/s);
    expect(code).toBe(0);
    expect(await project.read('npm.log')).toMatch(/^ci .*--include=dev/);
  });

  it('runs no code of the packages but what package.json allows, by name', async () => {
    const allowScripts = { typescript: true, esbuild: false, 'for-another-system': true };
    await project.write('package.json', JSON.stringify({ allowScripts }));
    const { errors } = await project.run(['greet']);
    expect(errors).toMatch(/✓ Setting up the packages/);
    const [ci, rebuild, ...others] = (await project.read('npm.log')).trim().split('\n');
    expect(ci).toMatch(/^ci --ignore-scripts /);
    expect(rebuild).toMatch(/^rebuild --ignore-scripts=false --loglevel=error typescript$/);
    expect(others).toEqual([]);
    expect((await project.run(['greet'])).errors).toBe('');
  });

  it('runs in production from its first line, unless told otherwise', async () => {
    await project.write(
      'scripts/tell.ts',
      `declare const console: { log(text?: string): void }, process: { env: { NODE_ENV?: string } };
       const mode = process.env.NODE_ENV;
       export const main = async (): Promise<void> => { console.log(mode); };`,
    );
    expect((await project.run(['tell'])).output).toBe('production\n');
    expect((await project.run(['tell'], { NODE_ENV: 'development' })).output).toBe('development\n');
  });

  it('has nothing to prepare the second time', async () => {
    await project.run(['greet']);
    const { errors } = await project.run(['greet']);
    expect(errors).toBe('');
    expect(await project.countInstallations()).toBe(1);
  });

  it('is prepared once when two start at the same moment', async () => {
    const both = await Promise.all([project.run(['greet']), project.run(['greet'])]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(await project.countInstallations()).toBe(1);
  });

  it('shows what npm said and what to do when the packages cannot be installed', async () => {
    const { code, errors } = await project.run(['greet'], { NPM_FAILS: '1' });
    expect(code).toBe(1);
    expect(errors).toMatch(/npm error network unreachable/);
    expect(errors).toMatch(/Run the command again to retry/);
    expect(errors).not.toMatch(/at .*\.mjs/);
    expect((await project.run(['greet'])).code).toBe(0);
  });
});

describe('a command after a change', () => {
  beforeEach(async () => {
    await project.run(['greet']);
  });

  it('installs again when the lockfile names another version', async () => {
    await project.write('package-lock.json', lockfile('2.0.0'));
    await project.run(['greet']);
    expect(await project.countInstallations()).toBe(2);
  });

  it('installs again when an installation was interrupted', async () => {
    await project.remove('node_modules/.package-lock.json');
    await project.run(['greet']);
    expect(await project.countInstallations()).toBe(2);
  });

  it('compiles what has changed, and forgets what was made of a source that is gone', async () => {
    await project.write('src/old.ts', 'export const old = 1;');
    await project.run(['greet']);
    expect(await project.read('dist/src/old.js')).toMatch(/old/);
    await project.remove('src/old.ts');
    await project.write('src/new.ts', 'export const fresh = 1;');
    await project.run(['greet']);
    await expect(project.read('dist/src/old.js')).rejects.toThrow(/ENOENT/);
    expect(await project.read('dist/src/new.js')).toMatch(/fresh/);
  });

  it('builds the consent notice again when a source of it has changed', async () => {
    await project.write('website/consent-notice/consent.ts', 'console.log("Another notice");');
    const { errors } = await project.run(['greet']);
    expect(errors).not.toMatch(/Compiling/);
    expect(await project.read('public/consent.js')).toMatch(/Another notice/);
  });

  it('refuses a consent notice that is too heavy for every visitor to load', async () => {
    const text = randomBytes(16_000).toString('base64');
    await project.write('website/consent-notice/consent.ts', `console.log("${text}");`);
    const { code, errors } = await project.run(['greet']);
    expect(code).toBe(1);
    expect(errors).toMatch(/would weigh 1\d{4} bytes compressed; .* 12000 is the most/);
    expect(await project.read('public/consent.js')).toMatch(/A notice/);
  });

  it('compiles everything when the compiled files are gone but the notes of the compiler are not', async () => {
    await project.remove('dist/scripts');
    await project.remove('dist/.sources.json');
    expect((await project.run(['greet'])).code).toBe(0);
  });

  it('shows the compiler’s message when a source is wrong', async () => {
    await project.write('src/wrong.ts', 'export const count: number = "many";');
    const { code, errors } = await project.run(['greet']);
    expect(code).toBe(1);
    expect(errors).toMatch(/src\/wrong\.ts.*Type 'string' is not assignable to type 'number'/s);
  });
});

describe('a command that cannot run', () => {
  it('says when Node.js is too old', async () => {
    await project.write(
      'pretend.cjs',
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.9' } });",
    );
    const { code, errors } = await project.run(['greet'], {}, ['--require', './pretend.cjs']);
    expect(code).toBe(1);
    expect(errors).toMatch(/^Prospectus needs Node\.js 20\.20 or newer; this is 20\.19\.9\..*\n$/);
  });

  it('names the port that is in use and how to choose another, before any work', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, errors } = await project.run(['demo'], { PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(errors).toContain(`Port ${port} on 127.0.0.1 is in use already.`);
    expect(errors).toMatch(/PORT=\d+ npm run demo/);
    expect(await project.countInstallations()).toBe(0);
  });

  it.each([
    [{ PORT: 'abc' }, /PORT must be a number from 1 to 65535, not "abc"/],
    [{ PORT: '70000' }, /PORT must be a number/],
    [{ HOST: '203.0.113.1', PORT: '40000' }, /HOST=203\.0\.113\.1 is no address of this machine/],
  ])('says what is wrong with %o', async (environment, message) => {
    const { code, errors } = await project.run(['demo'], environment);
    expect(code).toBe(1);
    expect(errors).toMatch(message);
  });

  it('reads the port from .env, which the environment overrides', async () => {
    await project.write('.env', 'PORT=written\n');
    expect((await project.run(['demo'])).errors).toMatch(/not "written"/);
    expect((await project.run(['demo'], { PORT: 'given' })).errors).toMatch(/not "given"/);
  });

  it('says that there is no build to start', async () => {
    const { code, errors } = await project.run(['start'], { PORT: '40001' });
    expect(code).toBe(1);
    expect(errors).toMatch(/Run `npm ci` and `npm run build` first/);
  });

  it('says that there is no such command', async () => {
    const { code, errors } = await project.run(['dance']);
    expect(code).toBe(1);
    expect(errors).toMatch(/There is no command "dance"/);
  });

  it('shows the message of an error, and where it comes from when asked', async () => {
    await project.write(
      'scripts/fail.ts',
      'export const main = async (): Promise<void> => { throw new TypeError("no such luck"); };',
    );
    const { code, errors } = await project.run(['fail']);
    expect(code).toBe(1);
    expect(errors).toMatch(/no such luck\n\(DEBUG=1 shows where this comes from\.\)/);
    expect(errors).not.toMatch(/fail\.js:/);
    expect((await project.run(['fail'], { DEBUG: '1' })).errors).toMatch(/fail\.js:\d+/);
  });
});
