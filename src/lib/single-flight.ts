/** Work under way, by name: whoever asks for the same meanwhile gets its outcome. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Promise<T>>();

  /**
   * Does a piece of work, unless it is under way already.
   * @returns the outcome of the work, whoever began it; its error, if it fails
   */
  async join(name: string, work: () => Promise<T>): Promise<T> {
    const underWay = this.#flights.get(name);
    if (underWay) return underWay;
    const flight = work().finally(() => this.#flights.delete(name));
    this.#flights.set(name, flight);
    return flight;
  }
}
