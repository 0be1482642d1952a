import { stringify } from 'csv-stringify';
import { once } from 'node:events';
import { pipeline, Readable } from 'node:stream';
import { spreadsheetText } from '../../lib/spreadsheet-text';
import { readEnquiries, type ExportedEnquiry, type Period } from './exported-enquiries';

/** The columns of the export, in order. */
const COLUMNS = [
  'reference',
  'receivedAt',
  'kind',
  'status',
  'name',
  'email',
  'phone',
  'company',
  'message',
  'training',
  'session',
  'locale',
  'assignee',
  'dueAt',
  'answeredAt',
  'answeredOnTime',
  'duplicateOf',
  'notes',
] as const;

type Row = Record<(typeof COLUMNS)[number], string | null>;

/** Notes as a person reads them in one cell, the oldest first. */
function toText(notes: ExportedEnquiry['notes']): string {
  return notes
    .map(({ text, author, writtenAt }) => `${writtenAt ?? ''} ${author ?? ''}: ${text}`.trim())
    .join('\n\n');
}

function toRow(enquiry: ExportedEnquiry): Row {
  return {
    reference: enquiry.reference,
    receivedAt: enquiry.createdAt,
    kind: enquiry.kind,
    status: enquiry.state,
    name: enquiry.name,
    email: enquiry.email,
    phone: enquiry.phone,
    company: enquiry.company,
    message: enquiry.message,
    training: enquiry.training?.title ?? null,
    session: enquiry.session?.startsAt ?? null,
    locale: enquiry.visitorLocale,
    assignee: enquiry.assignee?.email ?? null,
    dueAt: enquiry.dueAt,
    answeredAt: enquiry.answeredAt,
    answeredOnTime: enquiry.answeredOnTime === null ? null : String(enquiry.answeredOnTime),
    duplicateOf: enquiry.duplicateOf?.reference ?? null,
    notes: toText(enquiry.notes),
  };
}

async function* readRows(period: Period): AsyncGenerator<Row> {
  for await (const enquiry of readEnquiries(period)) yield toRow(enquiry);
}

function reportEnd(error: NodeJS.ErrnoException | null): void {
  if (!error) return;
  // Whoever closes the connection has seen enough; that is no fault of ours.
  if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') {
    strapi.log.info('An export of enquiries was broken off by its client.');
  } else {
    strapi.log.error(`The export of enquiries was cut short: ${error.message}`);
  }
}

/**
 * The enquiries of a period as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets
 * read accents). A value that a spreadsheet would take for a formula is made text.
 * @returns a stream whose first rows have been read; it fails where a later read fails, and reads
 *   no further than its reader
 * @throws what the database answers to the first read
 */
export async function exportEnquiries(period: Period): Promise<Readable> {
  const rows = Readable.from(readRows(period));
  await once(rows, 'readable');
  const formatter = stringify({
    header: true,
    columns: [...COLUMNS],
    bom: true,
    record_delimiter: 'windows',
    cast: { string: spreadsheetText },
  });
  return pipeline(rows, formatter, reportEnd);
}
