/**
 * The layers of Prospectus: what each file is, and what it may import. Whatever is not allowed
 * here is an error, and so is a file that belongs nowhere. The folder map in ARCHITECTURE.md says
 * the same in words; `tests/unit/architecture-layers.test.ts` proves each rule with an offence.
 */
import boundaries from 'eslint-plugin-boundaries';

/** What each file is; the first pattern that matches decides. `owner` is the API or the plugin. */
const layers = [
  { category: 'lib', pattern: 'src/lib/**' },
  { category: 'errors', pattern: ['src/errors.ts', 'src/field-errors.ts'] },
  // Settings name it: how mails are written to a folder.
  { category: 'mail transport', pattern: 'src/mail/outbox-transport.ts' },
  { category: 'mail', pattern: 'src/mail/**' },
  { category: 'start', pattern: 'src/index.ts' },
  { category: 'wiring', pattern: 'src/*.ts' },
  { category: 'query', pattern: 'src/database/**' },
  { category: 'shared hook', pattern: 'src/hooks/**' },
  // What each start makes true in the database: roles, the panel's configuration.
  { category: 'set-up', pattern: 'src/{panel,permissions}/**' },
  { category: 'http', pattern: 'src/{middlewares,policies}/**' },
  // What controllers and routes of several APIs share: checking input, answering.
  { category: 'request', pattern: 'src/http/**' },
  { category: 'extension', pattern: 'src/extensions/**' },
  { category: 'schema', pattern: ['src/components/**', 'src/api/*/content-types/**'] },
  { category: 'populate', pattern: 'src/populate/**' },
  { category: 'populate', pattern: 'src/api/*/populate.ts', capture: ['owner'] },
  { category: 'service', pattern: 'src/api/*/{services,hooks}/**', capture: ['owner'] },
  {
    category: 'controller',
    pattern: 'src/api/*/{controllers,policies,middlewares}/**',
    capture: ['owner'],
  },
  { category: 'route', pattern: 'src/api/*/routes/**', capture: ['owner'] },
  // Private code of one API: what its services and its controllers share, such as a request's shape.
  { category: 'api part', pattern: 'src/api/*/**', capture: ['owner'] },
  { category: 'plugin accessor', pattern: 'src/plugins/*/accessor.ts', capture: ['owner'] },
  { category: 'plugin admin', pattern: 'src/plugins/*/admin/**', capture: ['owner'] },
  { category: 'plugin', pattern: 'src/plugins/*/**', capture: ['owner'] },
  // What the panel's pages of several plugins are made of.
  { category: 'panel part', pattern: 'src/admin/parts/**' },
  { category: 'admin', pattern: 'src/admin/**' },
  { category: 'config', pattern: 'config/**' },
  { category: 'database', pattern: 'database/**' },
  { category: 'script', pattern: ['scripts/**', '.ci/**'] },
  // What runs in visitors' browsers, on this site and others.
  { category: 'website', pattern: 'website/**' },
  { category: 'test', pattern: 'tests/**' },
];

/** @param {string[]} categories any file of these layers */
const file = (...categories) => ({ to: { file: { categories } } });
/** @param {string[]} categories `import type` only */
const typesOf = (...categories) => ({ ...file(...categories), dependency: { kind: 'type' } });
/** @param {string[]} categories files of the same API, or of the same plugin */
const own = (...categories) => ({
  to: { file: { categories, captured: { owner: '{{ from.file.captured.owner }}' } } },
});

/** What rules are made of, wherever they stand. */
const rules = ['lib', 'errors', 'query', 'shared hook'];

/** What each layer may import. Nothing is said about packages here. */
const mayImport = {
  lib: [file('lib')],
  errors: [file('lib')],
  populate: [file('lib', 'populate')],
  query: [file('lib', 'errors', 'query')],
  'shared hook': [file(...rules)],
  'api part': [
    file(...rules, 'schema', 'populate', 'plugin accessor'),
    own('api part'),
    typesOf('service'),
  ],
  mail: [file('lib', 'errors', 'query', 'mail', 'plugin accessor')],
  'mail transport': [file('lib')],
  service: [
    file(...rules, 'schema', 'populate', 'plugin accessor', 'mail'),
    own('api part', 'service'),
    typesOf('service'),
  ],
  controller: [
    file('lib', 'errors', 'request', 'schema', 'populate', 'plugin accessor'),
    own('api part', 'controller'),
    // A controller reaches a running service through strapi.service(), never by import.
    typesOf('service'),
  ],
  // Strapi's routes name their handlers, policies and middlewares by UID.
  route: [file('lib', 'request'), own('route')],
  request: [file('lib', 'errors', 'query', 'request', 'populate'), typesOf('service')],
  http: [file('lib', 'errors', 'http', 'plugin accessor')],
  'set-up': [file('lib', 'errors', 'query', 'set-up')],
  extension: [file('lib', 'errors', 'extension')],
  wiring: [file(...rules, 'wiring', 'service', 'set-up', 'plugin accessor')],
  start: [file(...rules, 'wiring', 'service', 'set-up', 'plugin accessor', 'mail')],
  'plugin accessor': [file('lib'), own('plugin')],
  plugin: [file('lib', 'errors', 'query', 'request', 'plugin accessor'), own('plugin')],
  'panel part': [file('lib', 'panel part')],
  'plugin admin': [file('lib', 'panel part'), own('plugin admin'), typesOf('plugin')],
  admin: [file('lib', 'panel part', 'admin', 'plugin admin')],
  config: [file('lib', 'config', 'mail transport')],
  // A migration must mean the same in ten years: it imports nothing that changes.
  database: [file('database')],
  website: [file('website')],
  script: [{ to: { file: { categories: '!(test|website)' } } }],
  test: [{ to: { file: { categories: '*' } } }],
};

/** What `src/lib` may use of Node: what computes. No files, no processes, no network. */
const pureNodeModules = ['assert', 'buffer', 'crypto', 'path', 'stream', 'url', 'util', 'zlib'];

/** Packages that reach Strapi or the network, which `src/lib` may not use. */
const impurePackages = ['@strapi/*', 'pg', 'undici', 'axios', 'got', 'node-fetch', 'ws'];

/** @param {string} categories */
const from = (categories) => ({ file: { categories } });
/**
 * @param {'core' | 'external'} origin
 * @param {string | string[]} source
 */
const modules = (origin, source = '**') => ({ to: { module: { origin, source } } });

/** Later policies win over earlier ones. */
const policies = [
  ...Object.entries(mayImport).map(([layer, allow]) => ({ from: from(layer), allow })),
  { allow: [modules('core'), modules('external')] },
  {
    from: from('lib'),
    disallow: [modules('core'), modules('external', impurePackages)],
    message:
      'src/lib is pure: it may not import "{{ dependency.source }}". Pass in what it needs, or move the code to a service.',
  },
  {
    from: from('lib'),
    allow: modules(
      'core',
      pureNodeModules.map((name) => `node:${name}`),
    ),
  },
];

export default [
  {
    files: ['{src,config,database,scripts,website,.ci,tests}/**/*.{ts,tsx,mts,js,mjs,cjs}'],
    plugins: { boundaries },
    settings: {
      'boundaries/files': layers,
      'boundaries/files-single-match': true,
      'boundaries/legacy-templates': false,
      'boundaries/dependency-nodes': ['import', 'export', 'require', 'dynamic-import'],
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] } },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          checkUnknownLocals: true,
          message:
            '"{{ from.file.categories }}" may not import "{{ dependency.source }}" ("{{ to.file.categories }}"): dependencies point one way, see eslint.layers.mjs.',
          policies,
        },
      ],
    },
  },
  {
    files: ['src/lib/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'WebSocket', 'EventSource', 'process'].map((name) => ({
          name,
          message: 'src/lib is pure: pass in what it needs.',
        })),
      ],
    },
  },
];
