import type { Transaction } from '../../../../../database/transaction';

/** A document with a tagged e-mail address. */
export interface PersonDocument {
  uid: string;
  documentId: string;
}

/** Somebody whose personal data are looked for. */
export interface Person {
  /** Without white space around it; compared without regard to case. */
  email: string;
  /** Receipts of consents that the person has shown: nothing else leads from an address to them. */
  receipts: readonly string[];
  /** Numeric ids of the accounts of members that have this address. */
  memberIds: readonly number[];
  /** The documents of tagged content types that have this address. */
  documents: readonly PersonDocument[];
}

/** One thing that is held about a person. */
export interface Finding {
  /** What tells it from others of the same holder, such as a documentId. */
  id: string;
  /** How a colleague would call it, such as `ENQ-2026-000042`. Without personal data. */
  reference: string;
  /** All that is held, in the clear, for the person to read: JSON. */
  data: Record<string, unknown>;
}

/** A place where personal data are held beside tagged attributes. */
export interface Holder {
  /** What the person reads in an export, and the operator in a receipt: `webhook deliveries`. */
  name: string;
  /** All that is held about a person, read in the transaction that is open. */
  find(person: Person, transaction: Transaction): Promise<Finding[]>;
  /**
   * Removes it, in the transaction that is open, so that neither it nor a trace of it is left in
   * any column. It may find less than `find` did: other holders erase in the same transaction.
   */
  erase(person: Person, transaction: Transaction): Promise<void>;
}
