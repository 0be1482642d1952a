type Data = Record<string, unknown>;

interface Replacement {
  given: Data;
  /** What it was replaced with, before anybody could change that. */
  written: Data;
}

/**
 * What callers gave, by the object that it was replaced with in their own parameters: the engine
 * leaves no other way. Whoever uses the parameters once more, such as for another try, is to write
 * the same again, not what was made of it.
 */
export class Originals {
  readonly #replacements = new WeakMap<object, Replacement>();

  /** Notes what something is replaced with. */
  replace(given: Data, replacement: Data): Data {
    this.#replacements.set(replacement, { given, written: { ...replacement } });
    return replacement;
  }

  /** What was given, with what its owner has changed since. */
  find(value: unknown): unknown {
    const known = value !== null && typeof value === 'object' && this.#replacements.get(value);
    if (!known) return value;
    const { given, written } = known;
    const changed = Object.entries(value).filter(([name, one]) => one !== written[name]);
    return { ...given, ...Object.fromEntries(changed) };
  }
}
