import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const projectRoot = path.resolve(__dirname, '../..');

/** Stands in for npm: notes that it ran, and leaves what the launcher looks at. */
const NPM = `
const fs = require('node:fs');
fs.appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n');
if (process.env.NPM_FAILS) { console.error('npm error network unreachable'); process.exit(1); }
if (process.argv[2] !== 'ci') process.exit();
setTimeout(() => {
  fs.mkdirSync('node_modules', { recursive: true });
  for (const name of ['typescript', 'esbuild']) {
    fs.rmSync('node_modules/' + name, { force: true });
    fs.symlinkSync(${JSON.stringify(path.join(projectRoot, 'node_modules'))} + '/' + name, 'node_modules/' + name);
  }
  fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
}, 300);
`;

const GREET = `
export const main = async (parameters: string[]): Promise<void> => {
  console.log(['hello', ...parameters, process.pid].join(' '));
};
`;

/** How a command ended. */
export interface Outcome {
  code: number | null;
  output: string;
  errors: string;
  pid: number | undefined;
}

/** A small project with the launcher of this one, as a fresh clone of it would be. */
export interface LaunchedProject {
  write(file: string, text: string): Promise<void>;
  read(file: string): Promise<string>;
  remove(file: string): Promise<void>;
  /** How often packages have been installed. */
  countInstallations(): Promise<number>;
  /** Runs \`node <options> scripts/run.mjs <parameters>\`. */
  run(parameters: string[], environment?: NodeJS.ProcessEnv, options?: string[]): Promise<Outcome>;
  dispose(): Promise<void>;
}

/** A lockfile that names one package. */
export function lockfile(version: string): string {
  return JSON.stringify({ packages: { '': {}, 'node_modules/some-package': { version } } });
}

/** Makes the project in a temporary folder. */
export async function makeProject(): Promise<LaunchedProject> {
  const folder = await mkdtemp(path.join(tmpdir(), 'launched-'));
  const inFolder = (file: string) => path.join(folder, file);
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(inFolder(file)), { recursive: true });
    await writeFile(inFolder(file), text);
  };
  const read = (file: string) => readFile(inFolder(file), 'utf8');
  for (const part of ['run.mjs', 'launcher'])
    await cp(path.join(projectRoot, 'scripts', part), inFolder(`scripts/${part}`), {
      recursive: true,
    });
  await symlink(path.join(projectRoot, 'tsconfig.json'), inFolder('base.json'));
  await write(
    'tsconfig.json',
    '{"extends":"./base.json","compilerOptions":{"types":[],"rootDir":".","outDir":"dist","tsBuildInfoFile":"dist/.tsbuildinfo"},"include":["src","scripts"]}',
  );
  await write('package.json', '{}');
  await write('package-lock.json', lockfile('1.0.0'));
  await write('npm.js', NPM);
  await write('website/consent-notice/consent.ts', 'console.log("A notice");');
  await write(
    'scripts/greet.ts',
    `declare const console: { log(text: string): void }, process: { pid: number };${GREET}`,
  );
  return {
    write,
    read,
    remove: (file) => rm(inFolder(file), { recursive: true }),
    async countInstallations() {
      const log = await read('npm.log').catch(() => '');
      return log.split('\n').filter((line) => line.startsWith('ci ')).length;
    },
    async run(parameters, environment = {}, options = []) {
      const child = spawn(process.execPath, [...options, 'scripts/run.mjs', ...parameters], {
        cwd: folder,
        env: { PATH: process.env.PATH, npm_execpath: inFolder('npm.js'), ...environment },
      });
      let [output, errors] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, output, errors, pid: child.pid };
    },
    dispose: () => rm(folder, { recursive: true }),
  };
}
