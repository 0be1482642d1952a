import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * A small project that breaks every rule of the house once is checked with the real ESLint
 * configuration. ESLint runs as a program of its own: it loads its configuration as an ES module,
 * which Jest's sandbox does not do.
 */
const ROOT = path.resolve(__dirname, '../..');

const COMPILER_OPTIONS = {
  module: 'Node16',
  strict: true,
  types: ['node', 'jest'],
  typeRoots: [path.join(ROOT, 'node_modules', '@types')],
};

/** The files that the snippets below import. */
const NEIGHBOURS: [file: string, code: string][] = [
  ['tsconfig.json', JSON.stringify({ compilerOptions: COMPILER_OPTIONS })],
  ['config/server.ts', 'export const port = 1337;'],
  ['scripts/import.ts', 'export const rate = 50;'],
  ['website/notice.ts', 'export const notice = 1;'],
  ['tests/factories.ts', 'export const blog = {};'],
  ['src/errors.ts', 'export const errors = {};'],
  ['src/lib/slug.ts', 'export const slug = "a";'],
  ['src/api/blog/populate.ts', 'export const populate = {};'],
  ['src/api/blog/request.ts', 'export const request = {};'],
  ['src/api/blog/services/blog.ts', 'export const list = 1;\nexport type Blog = typeof list;'],
  ['src/api/blog/hooks/set-slug.ts', 'export const setSlug = 1;'],
  ['src/api/blog/controllers/blog.ts', 'export const find = 1;'],
  ['src/api/blog/routes/blog.ts', 'export const routes = [];'],
  ['src/plugins/webhooks/accessor.ts', 'export const webhooks = 1;'],
  ['src/plugins/webhooks/server/src/queue.ts', 'export const queue = 1;'],
  ['src/plugins/privacy/server/src/keys.ts', 'export const keys = 1;'],
];

type Snippet = [folder: string, code: string];

const NETWORK = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises'];

/** By rule: what each folder may not do. */
const REFUSED: Record<string, Snippet[]> = {
  'boundaries/dependencies': [
    ['src/lib', "import '@strapi/strapi';"],
    ['src/lib', "import type { Core } from '@strapi/types';\nexport type X = Core.Strapi;"],
    ...NETWORK.flatMap((name): Snippet[] => [
      ['src/lib', `import '${name}';`],
      ['src/lib', `import 'node:${name}';`],
    ]),
    ['src/lib', "import 'undici';"],
    ['src/lib', "import 'node:fs/promises';"],
    ['src/lib', "export const x: unknown = require('node:net');"],
    ['src/lib', "export const x = import('node:net');"],
    ['src/lib', "import '../errors';"],
    ['src/lib', "import '../api/blog/services/blog';"],
    ['src/lib', "export * from '../api/blog/services/blog';"],

    ['src/api/blog/services', "import '../controllers/blog';"],
    ['src/api/blog/services', "import '../routes/blog';"],
    ['src/api/blog/hooks', "import '../controllers/blog';"],
    ['src/api/blog/controllers', "import '../services/blog';"],
    ['src/api/blog/controllers', "import '../hooks/set-slug';"],
    ['src/api/blog/controllers', "import '../routes/blog';"],
    ['src/api/blog/routes', "import '../controllers/blog';"],
    ['src/api/blog/routes', "import '../services/blog';"],
    ['src/api/blog/routes', "import '../populate';"],

    ['src/api/tag/services', "import '../../blog/services/blog';"],
    ['src/api/tag/services', "import '../../blog/request';"],
    ['src/api/tag/controllers', "import '../../blog/controllers/blog';"],
    ['src/middlewares', "import '../api/blog/services/blog';"],
    ['src/permissions', "import '../api/blog/services/blog';"],
    ['src/mail', "import '../api/blog/services/blog';"],
    ['src/mail', "import '../plugins/webhooks/server/src/queue';"],

    ['src/plugins/webhooks/server/src', "import '../../../../api/blog/services/blog';"],
    ['src/plugins/webhooks/server/src', "import '../../../../api/blog/populate';"],
    ['src/plugins/webhooks/server/src', "import '../../../privacy/server/src/keys';"],
    ['src/api/tag/services', "import '../../../plugins/webhooks/server/src/queue';"],

    ['src', "import '../config/server';"],
    ['src', "import '../scripts/import';"],
    ['src', "import '../tests/factories';"],
    ['config', "import '../scripts/import';"],
    ['config', "import '../tests/factories';"],
    ['config', "import '../src/api/blog/services/blog';"],
    ['scripts', "import '../tests/factories';"],
    ['scripts', "import '../website/notice';"],
    ['website', "import '../src/lib/slug';"],
    ['src', "import '../website/notice';"],
    ['database/migrations', "import '../../src/lib/slug';"],
  ],
  'boundaries/no-unknown-files': [['src/utils', 'export const x = 1;']],
  'no-restricted-properties': [
    ['src/api/tag/services', 'export const x = process.env.A;'],
    ['src/api/tag/services', 'export const { env } = process;'],
    ['scripts', 'export const x = process.env.A;'],
    ['tests', "it.only('x', () => 1);"],
  ],
  'no-restricted-imports': [
    ['src/api/tag/services', "import { env } from 'node:process';\nexport const x = env.A;"],
  ],
  'no-restricted-globals': [['src/lib', "export const x = fetch('/');"]],
  'no-console': [['src/api/tag/services', 'console.log(1);']],
  'no-restricted-syntax': [['src', 'try { void 1; } catch { /* never mind */ }']],
  'jsdoc/require-jsdoc': [
    ['src/lib', 'export function x(): number { return 1; }'],
    ['src/lib', 'export const x = () => 1;'],
    ['src/lib', 'export class X { a = 1; }'],
    ['config', 'export default () => ({});'],
    ['website', 'export const x = () => 1;'],
  ],
  'max-lines': [['src', 'export const x = 1;\n'.repeat(251)]],
  'max-lines-per-function': [['src', `export function x() {\n${'void 1;\n'.repeat(61)}}`]],
};

/** What the layers are for. */
const ALLOWED: Snippet[] = [
  ['src/lib', "import 'node:crypto';\nimport './slug';"],
  ['src/api/blog', "import '../../lib/slug';\nimport './populate';"],
  ['src/api/blog/services', "import '../../../lib/slug';\nimport '../../../errors';"],
  ['src/api/blog/services', "import '../populate';\nimport '../request';\nimport './blog';"],
  ['src/api/blog/services', "import '@strapi/strapi';\nimport 'node:net';"],
  ['src/api/tag/services', "import '../../blog/populate';"],
  [
    'src/api/tag/services',
    "import type { Blog } from '../../blog/services/blog';\nexport type X = Blog;",
  ],
  ['src/api/tag/services', "import '../../../plugins/webhooks/accessor';"],
  ['src/api/blog/controllers', "import '../../../lib/slug';\nimport '../../../errors';"],
  ['src/api/blog/controllers', "import '../populate';\nimport '../request';"],
  [
    'src/api/blog/controllers',
    "import type { Blog } from '../services/blog';\nexport type X = Blog;",
  ],
  ['src/plugins/webhooks/server/src', "import '../../../../lib/slug';\nimport './queue';"],
  ['src', "import './api/blog/hooks/set-slug';"],
  ['config', 'export const x = process.env.A;'],
  ['website', "import './notice';"],
  ['scripts', "import '../config/server';\nimport '../src/lib/slug';"],
  ['tests', "import '../scripts/import';\nexport const x = process.env.A;"],
];

/** A snippet as a file of its own, and as the words of a test's name. */
function asFile([folder, code]: Snippet, name: string) {
  const what = code.replaceAll('\n', ' ').slice(0, 80);
  return { folder, code, what, file: `${folder}/${name}.ts` };
}

const refused = Object.entries(REFUSED)
  .flatMap(([rule, snippets]) => snippets.map((snippet) => ({ rule, snippet })))
  .map(({ rule, snippet }, index) => ({ rule, ...asFile(snippet, `refused-${index}`) }));
const allowed = ALLOWED.map((snippet, index) => asFile(snippet, `allowed-${index}`));

interface LintResult {
  filePath: string;
  messages: { ruleId: string | null; message: string }[];
}

/** Lints a folder with the configuration of this repository. */
function lint(folder: string): LintResult[] {
  const eslint = path.join(ROOT, 'node_modules', 'eslint', 'bin', 'eslint.js');
  const options = ['--config', path.join(ROOT, 'eslint.config.mjs'), '--format', 'json', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, [eslint, ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (!stdout) throw new Error(`ESLint did not run:\n${stderr}`);
  return JSON.parse(stdout) as LintResult[];
}

describe('ESLint enforces the architecture', () => {
  let folder: string;
  let messages: Map<string, LintResult['messages']>;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'prospectus-layers-'));
    const files = [...refused, ...allowed].map(({ file, code }) => [file, code] as const);
    for (const [file, code] of [...NEIGHBOURS, ...files]) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), `${code}\n`);
    }
    messages = new Map(
      lint(folder).map((result) => [path.relative(folder, result.filePath), result.messages]),
    );
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(refused)('$rule refuses in $folder: $what', ({ file, rule }) => {
    expect(messages.get(file)?.map(({ ruleId }) => ruleId)).toContain(rule);
  });

  it.each(allowed)('$folder may: $what', ({ file }) => {
    expect(messages.get(file)).toEqual([]);
  });

  it('passes over the neighbours, so that nothing above is refused for another reason', () => {
    const found = NEIGHBOURS.flatMap(([file]) => messages.get(file) ?? []);
    expect(found).toEqual([]);
  });
});
