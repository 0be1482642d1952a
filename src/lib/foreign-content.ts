/** Where a ZIP archive, and whatever is one (Java, Office), has its directory: at the end. */
const ZIP_TAIL_BYTES = 65_557;
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');

/** Markup and code that no picture and no uncompressed part of a document has to have. */
const MARKUP = /<(?:!doctype\s+html|html|head|body|script|iframe|object|embed|svg|\?php)[\s>/]/i;

/** What makes a document act by itself: ISO 32000-1, 12.6.4 and 13.6. */
const PDF_ACTIONS = /\/(?:JavaScript|Launch|RichMedia|GoToE)(?![A-Za-z])/;

/** The header of a PDF; viewers find it within the first kilobyte (ISO 32000-1, annex H). */
const PDF_HEADER = Buffer.from('%PDF-', 'latin1');

/**
 * Looks for what makes a file more than what it claims to be: a page, a script, an archive or an
 * active document that hides in a picture or in another document (a polyglot). A picture of 25 MB
 * has each of these by chance less often than once in ten thousand times.
 * @param bytes the whole file
 * @param isDocument whether the file claims to be a PDF
 * @returns what was found, in words for the one who uploads it; undefined for nothing
 */
export function findForeignContent(bytes: Buffer, isDocument: boolean): string | undefined {
  if (bytes.subarray(-ZIP_TAIL_BYTES).includes(ZIP_END)) return 'an archive';
  // Latin-1 keeps one character for each byte.
  const text = bytes.toString('latin1');
  if (MARKUP.test(text)) return 'the code of a web page';
  if (!isDocument) return bytes.includes(PDF_HEADER) ? 'a document' : undefined;
  return PDF_ACTIONS.test(text) ? 'actions that run by themselves' : undefined;
}

/** Whether a file is a PDF from its first byte to its last. */
export function isWholePdf(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf('%%EOF');
  return (
    bytes.indexOf(PDF_HEADER) === 0 &&
    end > 0 &&
    /^[\s\0]*$/.test(bytes.toString('latin1', end + 5))
  );
}
