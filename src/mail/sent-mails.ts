/** A row of the table of sent mails. */
interface SentMail {
  enquiry: string;
  template: string;
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
