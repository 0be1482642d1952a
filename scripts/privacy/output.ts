import { writeFile } from 'node:fs/promises';

/** For the operator alone: the file has personal data, or the salt of a receipt. */
const FILE_MODE = 0o600;

/**
 * Writes a document as JSON, to a new file or to stdout.
 * @throws Error where there is such a file already
 */
export async function writeJson(document: unknown, file: string | undefined): Promise<void> {
  const text = `${JSON.stringify(document, undefined, 2)}\n`;
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  await writeFile(file, text, { flag: 'wx', mode: FILE_MODE });
  console.error(`Written to ${file}`);
}
