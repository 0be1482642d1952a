import { spawn } from 'node:child_process';
import path from 'node:path';
import { createDatabase, type TestDatabase } from '../helpers/database';
import { post, SourceFolder } from '../integration/import/importing';

const LAUNCHER = path.resolve(__dirname, '../../scripts/run.mjs');

// Every test starts processes that load Strapi.
jest.setTimeout(180_000);

let database: TestDatabase;
let folder: SourceFolder;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(async () => {
  await database.drop();
});

beforeEach(async () => {
  folder = await SourceFolder.make();
});

afterEach(async () => {
  await folder.remove();
});

/** Runs the command as npm does. */
async function runCommand(parameters: string[], { isInterrupted = false } = {}) {
  const child = spawn(process.execPath, [LAUNCHER, 'import', ...parameters], {
    env: { ...process.env, DATABASE_URL: database.url, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      // The first line of progress: some documents are being written a second later.
      if (isInterrupted && text.startsWith('0/')) setTimeout(() => child.kill('SIGINT'), 1000);
      output += text;
    });
  }
  const exitCode = await new Promise((resolve) => child.on('close', resolve));
  return { exitCode, output };
}

function posts(count: number, prefix: string): Record<string, string> {
  const files = Array.from({ length: count }, (_, at) => [
    `${prefix}${at}.md`,
    post(`title: ${prefix}${at}`),
  ]);
  return Object.fromEntries(files) as Record<string, string>;
}

it('imports, and the second time finds nothing to do', async () => {
  await folder.write(posts(3, 'few'));
  const first = await runCommand([folder.path, '--publish']);
  expect(first.output).toMatch(/3 documents in .* 3 created, 0 updated, 0 unchanged, 0 refused/);
  expect(first.exitCode).toBe(0);
  const second = await runCommand([folder.path, '--publish']);
  expect(second.output).toContain('0 created, 0 updated, 3 unchanged, 0 refused');
  expect(second.exitCode).toBe(0);
});

it('says which file was refused, on which line and why, and ends with 1', async () => {
  await folder.write({ 'good.md': post('title: Good'), 'bad.md': post('title: Bad\ndate: soon') });
  const { output, exitCode } = await runCommand([folder.path]);
  expect(output).toContain(`${path.join(folder.path, 'bad.md')}:3  "date" must be a date`);
  expect(output).toContain('1 created, 0 updated, 0 unchanged, 1 refused');
  expect(exitCode).toBe(1);
});

it('ends with 2 and says how it is used when it is used wrongly', async () => {
  await folder.write(posts(1, 'one'));
  const { output, exitCode } = await runCommand([folder.path, '--locale', 'ja']);
  expect(output).toContain('The locale "ja" is not enabled. Enabled: ');
  expect(output).toContain('Usage: npm run import --');
  expect(exitCode).toBe(2);
});

it('ends in order when it is interrupted, and continues the next time', async () => {
  await folder.write({ ...posts(400, 'many'), 'zz.md': post('no: title') });
  const interrupted = await runCommand([folder.path], { isInterrupted: true });
  expect(interrupted.exitCode).toBe(130);
  const [, written = '0'] = /Ended early .* (\d+) created/.exec(interrupted.output) ?? [];
  expect(Number(written)).toBeGreaterThan(0);
  const rest = await runCommand([folder.path, '--dry-run']);
  expect(rest.output).toContain(`${400 - Number(written)} created, 0 updated`);
  expect(rest.output).toContain(`${written} unchanged, 1 refused`);
});
