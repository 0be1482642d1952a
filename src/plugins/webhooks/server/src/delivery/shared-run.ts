/**
 * An action of which one run serves many: it runs once at a time, and all who ask for it while it
 * does share the next run. What they ask for is in that run, because it begins after they asked.
 */
export class SharedRun {
  readonly #action: () => Promise<void>;
  #current: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(action: () => Promise<void>) {
    this.#action = action;
  }

  /**
   * Waits for a run that begins from now on.
   * @throws what the action throws, to all who share the run
   */
  async request(): Promise<void> {
    this.#next ??= this.#runNext();
    await this.#next;
  }

  async #runNext(): Promise<void> {
    // Its failure has been told to those who shared it.
    await this.#current.catch(() => undefined);
    this.#next = undefined;
    this.#current = this.#action();
    await this.#current;
  }
}
