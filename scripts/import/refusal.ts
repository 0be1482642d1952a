/** Why one document or one file cannot be imported; the others go on. */
export class Refusal extends Error {
  override name = 'Refusal';

  /**
   * @param message what is wrong and what to do, for the person who owns the file
   * @param line where in the file, counted from 1; undefined where no line is to blame
   */
  constructor(
    message: string,
    readonly line?: number,
  ) {
    super(message);
  }
}

/** The code of an error of the operating system, such as ENOENT; undefined for all other errors. */
export function systemErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if (!('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Why the command cannot start as it was written; nothing has been imported. */
export class UsageError extends Error {
  override name = 'UsageError';
}
