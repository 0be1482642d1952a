import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { Refusal, systemErrorCode } from './refusal';

/** Largest file that is read, in bytes; a text of this size is a mistake, and memory is finite. */
const MAX_BYTES = 32 * 1024 * 1024;

/** The first line whose bytes are not UTF-8. A line feed byte is part of no longer character. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    line += 1;
    start = end + 1;
  }
}

/**
 * Turns a file's bytes into text: UTF-8 without byte order mark, lines ending in line feeds.
 * @throws Refusal for bytes that are not UTF-8, and for NUL, which PostgreSQL cannot store
 */
export function decodeText(bytes: Buffer): string {
  if (!isUtf8(bytes)) {
    throw new Refusal('is not UTF-8 text; save it with that encoding', firstBadLine(bytes));
  }
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    const line = text.slice(0, nul).split('\n').length;
    throw new Refusal('holds a NUL character; it may be no text file at all', line);
  }
  return text;
}

/**
 * Reads a text file.
 * @throws Refusal for a file that cannot be read, is too large, or is no UTF-8 text
 */
export async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) {
      throw new Refusal(`is larger than ${MAX_BYTES / 1024 / 1024} MB; split it`);
    }
    return decodeText(await readFile(path));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new Refusal(`cannot be read (${code})`);
  }
}
