import type { Transaction } from '../database/transaction';

/** A row of the table of sent mails. */
interface SentMail {
  enquiry: string;
  template: string;
  sent_at: Date;
}

/** Whether a mail about an enquiry has been sent already. */
export async function wasSent(enquiry: string, template: string): Promise<boolean> {
  const rows = await strapi.db
    .connection<SentMail>('sent_mails')
    .select('template')
    .where({ enquiry, template });
  return rows.length > 0;
}

/** About how many of some enquiries a mail has been sent. */
export async function countSent(enquiries: readonly string[], template: string): Promise<number> {
  const rows = await strapi.db
    .connection<SentMail>('sent_mails')
    .select('enquiry')
    .where({ template })
    .whereIn('enquiry', [...enquiries]);
  return rows.length;
}

/** Notes that a mail about an enquiry has been sent, as long as there is that enquiry. */
export async function recordSent(enquiry: string, template: string): Promise<void> {
  await strapi.db.connection.raw(
    `INSERT INTO sent_mails (enquiry, template)
     SELECT document_id, :template FROM enquiries WHERE document_id = :enquiry
     ON CONFLICT DO NOTHING`,
    { enquiry, template },
  );
}

/** The mails that have been sent about some enquiries. */
export async function findSent(
  transaction: Transaction,
  enquiries: readonly string[],
): Promise<SentMail[]> {
  return transaction<SentMail>('sent_mails')
    .select('enquiry', 'template', 'sent_at')
    .whereIn('enquiry', [...enquiries])
    .orderBy('sent_at');
}

/** Forgets which mails about an enquiry have been sent, in the transaction in which it is deleted. */
export async function forgetSent(transaction: Transaction, enquiry: string): Promise<void> {
  await transaction<SentMail>('sent_mails').where({ enquiry }).delete();
}
