import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Thrown where a command was not called as it is to be used; the message says how. */
export class UsageError extends Error {
  override name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** What every command about a person takes. */
const PERSON = {
  email: { type: 'string' },
  receipt: { type: 'string', multiple: true, default: [] as string[] },
  help: { type: 'boolean', default: false },
} as const satisfies Options;

/**
 * Reads a command line.
 * @throws UsageError for an option that does not exist
 */
export function readParameters<T extends Options>(parameters: string[], options: T) {
  const config = { args: parameters, allowPositionals: true, strict: true } as const;
  try {
    return parseArgs({ ...config, options: { ...PERSON, ...options } });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(reason.split('. ')[0] ?? reason);
  }
}

/** As far as an address can be wrong before anybody looks for it. */
const ADDRESS = /^\s*[^\s@]+@[^\s@]+\s*$/;

/**
 * Checks the address of a person.
 * @throws UsageError where it is none
 */
export function checkEmail(email: string | undefined): string {
  if (email === undefined) throw new UsageError('Name the person: --email somebody@example.org');
  // Not repeated: what is written to a terminal may be kept.
  if (!ADDRESS.test(email)) throw new UsageError('--email must be an e-mail address');
  return email.trim();
}

/** Says what is wrong with the command line, and how it is used. @returns the exit code */
export function explainUsage(error: unknown, usage: string): number {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${usage}`);
  return 2;
}
