import { structuredPatch } from 'diff';

/** Unchanged lines that are shown before and after each change, as `diff -u` does. */
const CONTEXT_LINES = 3;

/** Longest time that the search for the smallest difference may take, in milliseconds. */
const TIME_LIMIT = 200;

/** One line of a text: in both versions, or in one of them. */
export interface Line {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** A place where two texts differ, with some lines around it. */
export interface Hunk {
  /** Numbers of its first line in either text, from 1. */
  fromLine: number;
  toLine: number;
  lines: Line[];
}

const KINDS: Record<string, Line['kind']> = { ' ': 'same', '-': 'removed', '+': 'added' };

function toLine(patched: string): Line {
  return { kind: KINDS[patched.charAt(0)] ?? 'same', text: patched.slice(1) };
}

/** A text whose lines all end alike, the last one included. */
function endLines(text: string): string {
  const lines = text.replaceAll('\r\n', '\n');
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}

/**
 * How a text differs from another, line by line.
 * @returns the places that differ; empty where nothing does; undefined for texts so large and so
 *   different that the comparison would take too long
 */
export function lineDifference(from: string, to: string): Hunk[] | undefined {
  const options = { context: CONTEXT_LINES, timeout: TIME_LIMIT };
  const patch = structuredPatch('', '', endLines(from), endLines(to), '', '', options);
  return patch?.hunks.map(({ oldStart, newStart, lines }) => ({
    fromLine: oldStart,
    toLine: newStart,
    lines: lines.map(toLine),
  }));
}
