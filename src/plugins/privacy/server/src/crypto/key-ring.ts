import { deriveKey } from '../../../../../lib/derive-key';

/** One key of PRIVACY_KEYS. */
export interface KeyEntry {
  /** 1 to 32 letters, digits, `-` or `_`; it stands in everything that the key encrypts. */
  id: string;
  /** 256 random bits in base64. */
  secret: string;
}

/** A key for one purpose, and which key of the ring it comes from. */
export interface PurposeKey {
  id: string;
  bytes: Buffer;
}

/**
 * The keys that personal data are protected with. The newest, which stands first, encrypts and
 * hashes; all of them decrypt. No key is used itself: each purpose has one of its own, derived from
 * it, so that what is learnt from one use tells nothing of another.
 */
export class KeyRing {
  readonly #entries: readonly [KeyEntry, ...KeyEntry[]];
  readonly #derived = new Map<string, PurposeKey>();

  /** @param entries newest first; at least one */
  constructor(entries: readonly KeyEntry[]) {
    const [newest, ...others] = entries;
    if (!newest) throw new Error('A key ring needs a key.');
    this.#entries = [newest, ...others];
  }

  /** The ids of all keys, newest first. */
  get ids(): string[] {
    return this.#entries.map(({ id }) => id);
  }

  /** The newest key, for a purpose. */
  newest(purpose: string): PurposeKey {
    return this.#derive(this.#entries[0], purpose);
  }

  /** Every key, for a purpose, newest first. */
  all(purpose: string): PurposeKey[] {
    return this.#entries.map((entry) => this.#derive(entry, purpose));
  }

  /** The key of an id, for a purpose; undefined where the ring has none of that id. */
  find(id: string, purpose: string): PurposeKey | undefined {
    const entry = this.#entries.find((candidate) => candidate.id === id);
    return entry && this.#derive(entry, purpose);
  }

  #derive(entry: KeyEntry, purpose: string): PurposeKey {
    const name = `${entry.id}\n${purpose}`;
    const known = this.#derived.get(name);
    if (known) return known;
    const key = { id: entry.id, bytes: deriveKey(entry.secret, `privacy/${purpose}`) };
    this.#derived.set(name, key);
    return key;
  }
}
