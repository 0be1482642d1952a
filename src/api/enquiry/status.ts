/** Where an enquiry can stand. */
export const STATUSES = ['new', 'open', 'answered', 'won', 'lost', 'spam'] as const;

/** What the desk knows of an enquiry: where it stands. */
export type EnquiryStatus = (typeof STATUSES)[number];

/** Whether a value, of which nothing is known yet, is a status. */
export function isEnquiryStatus(value: unknown): value is EnquiryStatus {
  return (STATUSES as readonly unknown[]).includes(value);
}

/**
 * Which status may follow which. Nothing leads back to `new` but from spam, where a wrong verdict
 * is taken back; a closed enquiry (won, lost) can be opened again.
 */
export const STATUS_CHANGES: Record<EnquiryStatus, readonly EnquiryStatus[]> = {
  new: ['open', 'answered', 'lost', 'spam'],
  open: ['answered', 'won', 'lost', 'spam'],
  answered: ['open', 'won', 'lost'],
  won: ['open'],
  lost: ['open'],
  spam: ['new', 'open'],
};

/** Whether an enquiry may go from one status to another; staying where it is is always allowed. */
export function isLegalStatusChange(from: EnquiryStatus, to: EnquiryStatus): boolean {
  return from === to || STATUS_CHANGES[from].includes(to);
}

/** Whether somebody waits for the desk to answer. */
export function isWaiting(status: EnquiryStatus): boolean {
  return status === 'new' || status === 'open';
}

/** Whether a change starts the work on an enquiry anew that had its answer or was settled. */
export function isReopening(from: EnquiryStatus, to: EnquiryStatus): boolean {
  return isWaiting(to) && !isWaiting(from) && from !== 'spam';
}
