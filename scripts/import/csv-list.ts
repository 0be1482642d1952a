import { CsvError, parse, type InfoRecord } from 'csv-parse/sync';
import { Refusal } from './refusal';
import { foldFieldName, SourceFields } from './source-fields';
import { orRefusal } from './yaml-list';

/** Signs between columns, as spreadsheet programs write them in different countries. */
const DELIMITERS = [',', ';', '\t'];

/** The sign that parts the columns: the one that the first line has most of. */
function findDelimiter(text: string): string {
  const header = text.slice(0, text.indexOf('\n') + 1 || undefined).replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** A row with its place, as csv-parse gives it with the option `info`. */
interface Row {
  record: string[];
  info: InfoRecord;
}

function parseRows(text: string): Row[] {
  try {
    return parse(text, {
      delimiter: findDelimiter(text),
      info: true,
      // Ragged rows are refused one by one below.
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal(`is not valid CSV: ${error.message}`, firstLineOfRow(text, error));
  }
}

/** Where the row begins that the parser gave up in: an open quote swallows all that follows. */
function firstLineOfRow(text: string, error: CsvError): number {
  const bytes = Buffer.from(text);
  const complete = typeof error.bytes === 'number' ? error.bytes : 0;
  const emptyLines = /^\n*/.exec(bytes.subarray(complete).toString())?.[0].length ?? 0;
  return bytes.subarray(0, complete).toString().split('\n').length + emptyLines;
}

/** @throws Refusal for a header that lacks the title, or has a column twice or without a name */
function checkHeader(header: readonly string[]): void {
  const folded = header.map(foldFieldName);
  const repeated = header.filter((_, at) => folded.indexOf(folded[at] ?? '') !== at);
  if (folded.includes('')) throw new Refusal('has a column without a name in its first line', 1);
  if (repeated.length > 0) {
    throw new Refusal(`has columns twice: ${repeated.join(', ')}; keep one of each`, 1);
  }
  if (!folded.includes('title') && !folded.includes('name')) {
    throw new Refusal(`has no column "title"; its first line has ${header.join(', ')}`, 1);
  }
}

/**
 * Reads a table of comma, semicolon or tab separated values whose first line names the columns.
 * @returns for each row its fields, or why it cannot be read
 * @throws Refusal for a text that is no CSV, or whose first line does not fit
 */
export function parseCsvList(text: string): (SourceFields | Refusal)[] {
  const [first, ...rows] = parseRows(text);
  if (!first) return [];
  const header = first.record;
  checkHeader(header);
  let previous = first.info;
  return rows.map(({ record, info }) => {
    const line = previous.lines + 1 + info.empty_lines - previous.empty_lines;
    previous = info;
    return orRefusal(() => {
      if (record.length !== header.length) {
        throw new Refusal(
          `has ${record.length} columns here, the first line has ${header.length}; check the quotes`,
          line,
        );
      }
      const fields = record.map((value, at) => ({ name: header[at] ?? '', value, line }));
      return new SourceFields(fields, line);
    });
  });
}
