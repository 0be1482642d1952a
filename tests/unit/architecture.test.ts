import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** Every file below a folder, as a path from the root; none where the folder does not exist. */
function filesBelow(folder: string): string[] {
  if (!existsSync(path.join(ROOT, folder))) return [];
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}

function countLines(file: string): number {
  return read(file).trimEnd().split('\n').length;
}

const code = ['src', 'config', 'database', 'scripts', 'website', 'tests']
  .flatMap(filesBelow)
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.startsWith('tests/output/'));

interface Package {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  engines: { node: string };
}

interface Lock {
  packages: Record<
    string,
    { version?: string; resolved?: string; dependencies?: Record<string, string> }
  >;
}

const manifest = JSON.parse(read('package.json')) as Package;
const lock = Object.entries((JSON.parse(read('package-lock.json')) as Lock).packages);

/** The client of the REST API, and what the panel is drawn with, have versions of their own. */
const VERSIONED_ALONE = ['@strapi/client', '@strapi/design-system', '@strapi/icons'];

describe('the packages', () => {
  it('pin every part of Strapi to one exact version', () => {
    const declared = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([name]) => name.startsWith('@strapi/') && !VERSIONED_ALONE.includes(name))
      .map(([, version]) => version);
    expect(new Set(declared).size).toBe(1);
    expect(declared[0]).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('draw our pages of the panel with what Strapi draws its own with', () => {
    const [, strapiPanel] = lock.find(([name]) => name === 'node_modules/@strapi/admin') ?? [];
    const shared = ['@strapi/design-system', '@strapi/icons', 'react-intl'];
    const versions = (of?: Record<string, string>) => shared.map((name) => of?.[name]);
    expect(versions(manifest.dependencies)).toEqual(versions(strapiPanel?.dependencies));
  });

  it('install one version of every part of Strapi', () => {
    const installed = lock
      .filter(([name]) => /node_modules\/@strapi\/[^/]+$/.test(name))
      .map(([, { version }]) => version)
      // The design system and its icons have versions of their own.
      .filter((version) => version?.startsWith('5.'));
    expect([...new Set(installed)]).toEqual([manifest.dependencies['@strapi/strapi']]);
  });

  it('name no private registry, so that every clone can install them', () => {
    const hosts = lock.flatMap(([, { resolved }]) => (resolved ? [new URL(resolved).host] : []));
    expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
  });

  it('ask for the Node.js that .nvmrc names', () => {
    expect(manifest.engines.node).toMatch(new RegExp(`^>=${read('.nvmrc').trim()}\\.`));
  });
});

describe('the files', () => {
  it('have at most 250 lines', () => {
    expect(code.filter((file) => countLines(file) > 250)).toEqual([]);
  });

  it('begin at src/index.ts, a contents page of at most 40 lines', () => {
    expect(countLines('src/index.ts')).toBeLessThanOrEqual(40);
  });

  it('have names in kebab-case, because Strapi makes UIDs of them', () => {
    const odd = code.filter((file) =>
      file.split('/').some((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(part)),
    );
    expect(odd).toEqual([]);
  });

  it('are named after what they do: no utils, no helpers', () => {
    const nameless = code
      .filter((file) => file.startsWith('src/'))
      .filter((file) => /\b(utils?|helpers?|common|misc)\b|\bshared[./]/.test(file));
    expect(nameless).toEqual([]);
  });

  it('give a reason beside every lint rule that they switch off', () => {
    const silent = code.flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) =>
          /(\/\/|\/\*) eslint-disable/.test(line) && !/ -- \S/.test(line)
            ? [`${file}:${index + 1}`]
            : [],
        ),
    );
    expect(silent).toEqual([]);
  });
});

describe('the documents', () => {
  it('name only commands that exist', () => {
    const documents = [...readdirSync(ROOT), ...filesBelow('docs')].filter((file) =>
      file.endsWith('.md'),
    );
    const unknown = documents.flatMap((file) =>
      [...read(file).matchAll(/npm run (?:--silent )?([\w:-]+)/g)]
        .map(([, script]) => script)
        .filter((script) => script && !(script in manifest.scripts))
        .map((script) => `${file}: npm run ${script}`),
    );
    expect(unknown).toEqual([]);
  });
});
