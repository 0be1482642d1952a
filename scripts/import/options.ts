import { parseArgs, type ParseArgsConfig } from 'node:util';
import { IMPORT_TYPES, type ImportType } from './record';
import { UsageError } from './refusal';

/** What the person at the terminal asked for. */
export interface Options {
  /** The file or folder, as it was written. */
  path: string;
  /** Undefined: guessed from each file's name. */
  type: ImportType | undefined;
  /** Undefined: the site's default locale. */
  locale: string | undefined;
  baseUrl: string | undefined;
  isDryRun: boolean;
  publish: boolean;
}

/** How the command is used; printed for --help and after a mistake. */
export const USAGE = `Usage: npm run import -- <file or folder> [options]

  --type blog|training  what the files are; else guessed: Markdown is a blog, YAML and CSV trainings
  --locale <code>       where documents go that name no language (the site's default locale)
  --base-url <address>  makes relative links and images absolute
  --publish             publishes what is imported
  --dry-run             writes nothing, reports what would happen
  --help                shows this

Formats, fields and exit codes: docs/import.md`;

const config = {
  allowPositionals: true,
  strict: true,
  options: {
    type: { type: 'string' },
    locale: { type: 'string' },
    'base-url': { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    publish: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
} as const satisfies ParseArgsConfig;

/** Parses the command line, with errors that say what to write. */
function parse(parameters: string[]) {
  try {
    return parseArgs({ ...config, args: parameters });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(reason.split('. ')[0] ?? reason);
  }
}

function isImportType(text: string): text is ImportType {
  return (IMPORT_TYPES as readonly string[]).includes(text);
}

function checkType(type: string | undefined): ImportType | undefined {
  if (type === undefined || isImportType(type)) return type;
  throw new UsageError(`--type must be ${IMPORT_TYPES.join(' or ')}, not "${type}"`);
}

function checkBaseUrl(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    throw new UsageError(`--base-url must be an http(s) address, not "${address}"`);
  }
  return address;
}

/**
 * Reads the command's parameters.
 * @returns undefined where help is asked for
 * @throws UsageError for an option that does not exist or makes no sense, and for a missing path
 */
export function readOptions(parameters: string[]): Options | undefined {
  const { values, positionals } = parse(parameters);
  if (values.help) return undefined;
  const [path, ...others] = positionals;
  if (path === undefined || path === '') throw new UsageError('Name the file or folder to import');
  if (others.length > 0) {
    throw new UsageError(`Only one file or folder at a time; also given: ${others.join(', ')}`);
  }
  return {
    path,
    type: checkType(values.type),
    locale: values.locale,
    baseUrl: checkBaseUrl(values['base-url']),
    isDryRun: values['dry-run'],
    publish: values.publish,
  };
}
