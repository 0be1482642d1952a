import { inTransaction } from '../../../database/transaction';
import { changeData, writtenData, type DocumentHook } from '../../../hooks/document-context';

/** `ENQ-2026-000123`: the year (UTC) and a number that the database counts up and never reuses. */
function formatReference(number: number, date: Date): string {
  return `ENQ-${date.getUTCFullYear()}-${String(number).padStart(6, '0')}`;
}

/** Every enquiry gets a reference that a person can read out on the telephone, and keeps it. */
export const setReference: DocumentHook = async (context, next) => {
  if (context.uid !== 'api::enquiry.enquiry' || !writtenData(context)) return next();
  if (context.action === 'update') {
    changeData(context, { reference: undefined });
    return next();
  }
  // On the write's own connection: writers that each waited for a second one would use up the pool.
  const { rows } = await inTransaction((transaction) =>
    transaction.raw<{ rows: { number: string }[] }>(
      "SELECT nextval('enquiry_reference_seq') AS number",
    ),
  );
  changeData(context, { reference: formatReference(Number(rows[0]?.number), new Date()) });
  return next();
};
