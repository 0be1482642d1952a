import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/**
 * The checks of packages, run as programs in a small project. A registry of its own answers npm:
 * the public one need not be reachable, and its advisories change.
 */
const SCRIPTS = path.resolve(__dirname, '../../scripts/supply-chain');

const ADVISORY = {
  id: 1,
  url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
  title: 'It runs what it is sent',
  severity: 'high',
  vulnerable_versions: '<2.0.0',
};

/** What the registry says about the package itself. */
const PACKAGE = {
  name: 'some-package',
  'dist-tags': { latest: '2.0.0' },
  versions: Object.fromEntries(
    ['1.0.0', '2.0.0'].map((version) => [version, { name: 'some-package', version, dist: {} }]),
  ),
};

let folder: string;
let registry: http.Server;
/** What the registry says about some-package; undefined: it has no advisories at all. */
let advisories: object[] | undefined;

beforeAll(async () => {
  registry = http.createServer(({ method }, response) => {
    response.setHeader('Content-Type', 'application/json');
    if (method === 'GET') response.end(JSON.stringify(PACKAGE));
    else if (advisories === undefined) response.writeHead(405).end('{}');
    else response.end(JSON.stringify({ 'some-package': advisories }));
  });
  registry.listen(0, '127.0.0.1');
  await once(registry, 'listening');
});

afterAll(() => registry.close());

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'supply-chain-'));
  await mkdir(path.join(folder, 'scripts/supply-chain'), { recursive: true });
  await accept([]);
  await lock({ license: 'MIT' });
});

afterEach(() => rm(folder, { recursive: true }));

const write = (file: string, content: object) =>
  writeFile(path.join(folder, file), JSON.stringify(content));

const accept = (acceptances: object[]) =>
  write('scripts/supply-chain/accepted-advisories.json', acceptances);

/** Writes a project with one package. */
async function lock(attributes: object, allowScripts = {}) {
  const root = { name: 'project', version: '1.0.0', dependencies: { 'some-package': '1.0.0' } };
  await write('package.json', { ...root, allowScripts });
  await write('package-lock.json', {
    name: 'project',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: { '': root, 'node_modules/some-package': { version: '1.0.0', ...attributes } },
  });
}

async function run(script: string) {
  const { port } = registry.address() as AddressInfo;
  const child = spawn(process.execPath, [path.join(SCRIPTS, `${script}.mjs`)], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      npm_config_registry: `http://127.0.0.1:${port}`,
    },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

describe('npm run audit', () => {
  it('passes when nothing is known', async () => {
    advisories = [];
    expect(await run('audit')).toEqual({ code: 0, output: expect.stringMatching(/^No vuln/) });
  });

  it('names a vulnerability, and fails', async () => {
    advisories = [ADVISORY];
    const { code, output } = await run('audit');
    expect(code).toBe(1);
    expect(output).toMatch(/high: some-package <2\.0\.0: It runs what it is sent .*GHSA-aaaa/);
  });

  it('counts as not run where the registry has no advisories', async () => {
    advisories = undefined;
    const { code, output } = await run('audit');
    expect(code).toBe(3);
    expect(output).toMatch(/^NOT RUN: .*405/s);
  });

  const acceptance = {
    advisory: 'GHSA-aaaa-bbbb-cccc',
    package: 'some-package',
    reason: 'What it is sent is ours alone.',
    until: '2999-12-31',
  };

  it('passes over what is accepted with a reason, until its last day', async () => {
    advisories = [ADVISORY];
    await accept([acceptance]);
    expect((await run('audit')).code).toBe(0);
  });

  it.each([
    ['is over', { until: '2020-01-01' }, /was accepted until 2020-01-01: decide again/],
    ['has no reason', { reason: ' ' }, /without a reason/],
    ['has no last day', { until: 'soon' }, /without a last day/],
    ['is for another package', { package: 'another' }, /nothing has it any more/],
  ])('fails when an acceptance %s', async (_case, change, message) => {
    advisories = [ADVISORY];
    await accept([{ ...acceptance, ...change }]);
    expect(await run('audit')).toEqual({ code: 1, output: expect.stringMatching(message) });
  });
});

describe('npm run licences', () => {
  // The exceptions of the real project are for nothing in this one.
  it.each(['MIT', '(GPL-3.0-only OR ISC)', 'Apache-2.0 AND MIT'])('takes %s', async (license) => {
    await lock({ license });
    expect((await run('licences')).output).not.toMatch(/some-package/);
  });

  it.each(['GPL-3.0-only', 'MIT AND AGPL-3.0-only', 'SEE LICENSE IN LICENSE', undefined])(
    'refuses %s',
    async (license) => {
      await lock({ license });
      const { code, output } = await run('licences');
      expect(code).toBe(1);
      expect(output).toMatch(/some-package@1\.0\.0: .* is not among those that are allowed/);
    },
  );
});

describe('npm run install-scripts', () => {
  it.each([true, false])('passes when it is decided: %s', async (decision) => {
    await lock({ hasInstallScript: true }, { 'some-package': decision });
    expect((await run('install-scripts')).code).toBe(0);
  });

  it('fails when a package wants to run something new, or no longer does', async () => {
    await lock({ hasInstallScript: true });
    expect((await run('install-scripts')).output).toMatch(/some-package wants to run a script/);
    await lock({}, { 'some-package': true });
    expect(await run('install-scripts')).toMatchObject({ code: 1 });
  });
});
