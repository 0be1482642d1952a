import { stringify } from 'csv-stringify';
import { once } from 'node:events';
import { pipeline, Readable } from 'node:stream';
import { findRows } from '../../database/rows';

const ENQUIRY = 'api::enquiry.enquiry';
const PAGE_SIZE = 500;

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
  'notes',
] as const;

type Row = Record<(typeof COLUMNS)[number], string | null>;

/** Days between which enquiries came in; `from` inclusive, `before` exclusive. */
export interface Period {
  from?: Date | undefined;
  before?: Date | undefined;
}

interface StoredNote {
  text: string;
  author: string | null;
  writtenAt: string | null;
}

interface StoredEnquiry {
  id: number;
  reference: string;
  createdAt: string;
  kind: string;
  state: string;
  name: string;
  email: string;
  phone: string | null;
  company: string | null;
  message: string;
  visitorLocale: string | null;
  dueAt: string | null;
  answeredAt: string | null;
  notes: StoredNote[];
  training: { title: string } | null;
  session: { startsAt: string } | null;
  assignee: { email: string } | null;
}

/** Notes as a person reads them in one cell, the oldest first. */
function toText(notes: StoredNote[]): string {
  return notes
    .map(({ text, author, writtenAt }) => `${writtenAt ?? ''} ${author ?? ''}: ${text}`.trim())
    .join('\n\n');
}

function toRow(enquiry: StoredEnquiry): Row {
  const { createdAt, state, visitorLocale, training, session, assignee, notes, ...rest } = enquiry;
  return {
    ...rest,
    status: state,
    receivedAt: createdAt,
    locale: visitorLocale,
    training: training?.title ?? null,
    session: session?.startsAt ?? null,
    assignee: assignee?.email ?? null,
    notes: toText(notes),
  };
}

/** Reads page by page in the order in which they came in, so that memory stays flat. */
async function* readRows({ from, before }: Period): AsyncGenerator<Row> {
  let lastId = 0;
  for (;;) {
    const page = await findRows<StoredEnquiry>(ENQUIRY, {
      where: {
        id: { $gt: lastId },
        ...(from || before
          ? { createdAt: { ...(from && { $gte: from }), ...(before && { $lt: before }) } }
          : {}),
      },
      populate: { training: true, session: true, assignee: true, notes: true },
      orderBy: { id: 'asc' },
      limit: PAGE_SIZE,
    });
    for (const enquiry of page) yield toRow(enquiry);
    const last = page.at(-1);
    if (!last || page.length < PAGE_SIZE) return;
    lastId = last.id;
  }
}

/**
 * The enquiries of a period as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets
 * read accents). A value that a spreadsheet would take for a formula is made text.
 * @returns a stream whose first rows have been read; it fails where a later read fails
 * @throws what the database answers to the first read
 */
export async function exportEnquiries(period: Period): Promise<Readable> {
  const rows = Readable.from(readRows(period));
  await once(rows, 'readable');
  const formatter = stringify({
    header: true,
    columns: [...COLUMNS],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { date: (date) => date.toISOString() },
  });
  return pipeline(rows, formatter, (error) => {
    if (error) strapi.log.error(`The export of enquiries was cut short: ${error.message}`);
  });
}
