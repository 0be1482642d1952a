import type { Readable } from 'node:stream';

/** Bytes of an answer that are shown. */
const SHOWN_BYTES = 1000;

/** Bytes of an answer that are read, to use the connection again; beyond them it is cut off. */
const READ_BYTES = 64 * 1024;

/** Text that PostgreSQL can store: it knows no NUL. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}

/**
 * Reads the beginning of an answer. One that does not end is cut off, which closes the connection.
 * @returns its first kilobyte as text; what of it arrived, where the rest did not
 */
export async function readAnswer(body: Readable): Promise<string> {
  const shown: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      if (length < SHOWN_BYTES) shown.push(chunk);
      length += chunk.length;
      if (length >= READ_BYTES) break;
    }
  } catch (error) {
    // The status has been received, and says whether the delivery succeeded.
    if (shown.length === 0) return `(The answer broke off: ${String(error)})`;
  }
  return storable(Buffer.concat(shown).subarray(0, SHOWN_BYTES).toString('utf8'));
}
