/** A query of a list, as Strapi's services take it. */
type Query = Record<string, unknown>;

/**
 * Narrows a query to enquiries whose answer is overdue, the longest first unless it says otherwise.
 * Only an enquiry that waits for an answer has a `dueAt`, so no other condition is needed.
 */
export function onlyOverdue({ filters, ...query }: Query, now: Date): Query {
  const overdue = { dueAt: { $lt: now.toISOString() } };
  return { sort: 'dueAt', ...query, filters: filters ? { $and: [filters, overdue] } : overdue };
}
