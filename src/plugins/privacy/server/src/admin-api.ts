/**
 * What the panel's page and the routes under `/privacy` say to each other. Requests send `{ data }`
 * in their body, so that no address stands in a URL; answers are `{ data }`. Moments are ISO 8601 in
 * UTC.
 *
 * | route                          | permission | request      | `data` of the answer |
 * | ------------------------------ | ---------- | ------------ | -------------------- |
 * | POST   /privacy/people/find    | read       | PersonInput  | HoldingSummary[]     |
 * | POST   /privacy/people/export  | read       | PersonInput  | PersonalExport       |
 * | POST   /privacy/people/erase   | erase      | ErasureInput | ErasureReceipt, null |
 * | GET    /privacy/retention      | retention  |              | RetentionView        |
 * | GET    /privacy/keys           | read       |              | KeySummary[]         |
 */

/** The actions that a role of the panel can be given. */
export const PERMISSIONS = {
  read: 'plugin::privacy.read',
  erase: 'plugin::privacy.erase',
  retention: 'plugin::privacy.retention',
} as const;

/** Who is looked for. */
export interface PersonInput {
  email: string;
  /** Receipts of consents that the person has shown. */
  receipts?: string[];
}

/** Who is to be erased. */
export interface ErasureInput extends PersonInput {
  /** The address once more, as the colleague typed it to confirm. */
  confirmation: string;
}

/** What one holder has of a person, without what it says. */
export interface HoldingSummary {
  holder: string;
  count: number;
  /** How colleagues call each of them, such as `ENQ-2026-000042`. */
  references: string[];
}

/** Everything that is held about a person, for a file. */
export interface ExportView {
  about: { email: string; exportedAt: string; exportedFrom: string };
  holdings: Record<string, Record<string, unknown>[]>;
}

/** The receipt of an erasure, for a file; what its fields mean is said where it is made. */
export interface ReceiptView extends Record<string, unknown> {
  id: string;
}

/** How many documents of a content type a run of the nightly job found. */
export interface RetentionCountsView {
  due: number;
  announced: number;
  toErase: number;
}

/** What the nightly job did and will do. */
export interface RetentionView {
  noticeDays: number;
  policies: { name: string; after: string; since: string[] }[];
  lastRun: {
    startedAt: string;
    finishedAt: string | null;
    found: Record<string, RetentionCountsView>;
    erased: Record<string, number>;
  } | null;
  due: {
    contentType: string;
    documentId: string;
    reference: string;
    lastNeededAt: string;
    announcedAt: string;
    erasableAt: string;
  }[];
}

/** A key that something is protected with: those of PRIVACY_KEYS first, newest first. */
export interface KeySummary {
  id: string;
  /** Whether it is in PRIVACY_KEYS. */
  isPresent: boolean;
  /** How many values it protects. */
  values: number;
}
