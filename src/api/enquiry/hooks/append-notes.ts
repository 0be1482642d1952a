import { findRow } from '../../../database/rows';
import { inTransaction } from '../../../database/transaction';
import { fieldErrors, type FieldFault } from '../../../field-errors';
import {
  changeData,
  paramsOf,
  writtenData,
  type DocumentHook,
} from '../../../hooks/document-context';
import { isEnquiryUpdate, lockEnquiry } from '../stored-enquiry';
import { currentWriter } from '../writer';

const ENQUIRY = 'api::enquiry.enquiry';

/** A note as a client sends it: one with an `id` was there before. */
interface SentNote {
  id?: number | string | null;
  text?: unknown;
  author?: unknown;
  writtenAt?: unknown;
}

interface StoredNote {
  id: number;
  text: string;
}

/** New notes, with who wrote them and when; code that runs outside of a request may say so itself. */
function sign(notes: SentNote[]): SentNote[] {
  const writer = currentWriter();
  const now = new Date();
  return notes.map(({ text, author, writtenAt }) =>
    writer === undefined
      ? { text, author: author ?? 'Prospectus', writtenAt: writtenAt ?? now }
      : { text, author: writer, writtenAt: now },
  );
}

function isNew({ id }: SentNote): boolean {
  return id === undefined || id === null;
}

/** What is wrong with notes as they were sent, among them those that were there before. */
function findFaults(sent: SentNote[], stored: StoredNote[]): FieldFault[] {
  return sent.flatMap((note, index) => {
    if (isNew(note)) {
      if (typeof note.text === 'string' && note.text.trim() !== '') return [];
      return [{ path: ['notes', index, 'text'], message: 'Write the note, or take it out.' }];
    }
    const original = stored.find(({ id }) => String(id) === String(note.id));
    if (!original) {
      return [{ path: ['notes', index], message: 'This enquiry has no such note. Reload it.' }];
    }
    if (note.text === undefined || note.text === original.text) return [];
    const message = 'A note stays as it was written; add another note to correct it.';
    return [{ path: ['notes', index, 'text'], message }];
  });
}

function refuse(faults: FieldFault[]): void {
  if (faults.length > 0) throw fieldErrors(faults);
}

async function storedNotes(documentId: string): Promise<StoredNote[]> {
  const row = await findRow<{ notes: StoredNote[] }>(ENQUIRY, {
    select: ['id'],
    where: { documentId },
    populate: { notes: true },
  });
  return row?.notes ?? [];
}

/**
 * Notes are only ever added. A changed one is refused. One that is missing stays: whoever sent the
 * list may have opened the enquiry before a colleague added to it.
 */
export const appendNotes: DocumentHook = async (context, next) => {
  const sent: unknown = writtenData(context)?.notes;
  if (context.uid !== ENQUIRY || !Array.isArray(sent)) return next();
  const notes = sent.map((note: unknown) => ({ ...(note as SentNote | null) }));
  if (!isEnquiryUpdate(context)) {
    refuse(findFaults(notes, []));
    changeData(context, { notes: sign(notes) });
    return next();
  }

  return inTransaction(async (transaction) => {
    await lockEnquiry(transaction, context);
    const stored = await storedNotes(paramsOf(context).documentId ?? '');
    refuse(findFaults(notes, stored));
    const added = sign(notes.filter(isNew));
    const kept = stored.map(({ id }) => ({ id }));
    changeData(context, { notes: added.length > 0 ? [...kept, ...added] : undefined });
    return next();
  });
};
