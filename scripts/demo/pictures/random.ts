/** A source of numbers from 0 up to 1 that gives the same sequence for the same seed. */
export type Random = () => number;

/** FNV-1a, 32 bits: spreads similar names over the whole range. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value >>> 0;
}

/**
 * Random numbers that depend on nothing but a name, so that a picture is drawn alike on every
 * machine. The generator is mulberry32.
 */
export function randomFrom(name: string): Random {
  let state = hash(name);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
