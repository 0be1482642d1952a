/**
 * Does some work and shows a line about it: how long it has taken, which part of it is under way
 * (`note`), and whether it succeeded.
 */
export type Step = <T>(
  title: string,
  work: (note: (text: string) => void) => Promise<T> | T,
) => Promise<T>;

/** What the launcher hands to a command. */
export interface CommandContext {
  step: Step;
}

/**
 * A command: what `scripts/<command>.ts` exports as `main`. The launcher has installed, compiled and
 * read `.env` by then. It resolves when the command is done (or serves), with an exit code other
 * than 0 where there is reason for one, and rejects with a message for the person at the terminal.
 */
export type Main = (
  parameters: string[],
  context: CommandContext,
) => Promise<number> | Promise<void>;
