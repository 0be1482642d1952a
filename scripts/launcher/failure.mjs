/**
 * Something that the person at the terminal can mend: the message says how, and is all that is
 * printed.
 */
export class Failure extends Error {
  /** @override */
  name = 'Failure';
}
