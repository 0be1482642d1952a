import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/**
 * A file of lines, each on the disk before `write` returns: what stands in it has happened, whatever
 * died afterwards.
 */
export class DurableLog {
  readonly #file: string;
  readonly #descriptor: number;

  /** @param file is made, or written on where it stands */
  constructor(file: string) {
    this.#file = file;
    this.#descriptor = openSync(file, 'a');
  }

  /** Adds a line of words without spaces. */
  write(...words: string[]): void {
    writeSync(this.#descriptor, `${words.join(' ')}\n`);
    fsyncSync(this.#descriptor);
  }

  /** The lines so far, as words. */
  read(): string[][] {
    const lines = readFileSync(this.#file, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => line.split(' '));
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
