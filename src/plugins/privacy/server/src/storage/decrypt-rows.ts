import { decryptCell, isEncrypted, UnreadableError } from '../crypto/cell';
import type { KeyRing } from '../crypto/key-ring';
import type { Catalogue, PersonalModel } from '../fields/catalogue';

/**
 * What is read where no key opens a value. One row that was damaged does not keep the desk from all
 * others; it cannot be mistaken for what was written, is reported, and is never stored.
 */
export const UNREADABLE = '⚠ This cannot be read: see npm run keys:check';

type Row = Record<string, unknown>;

/** What decrypting needs to know. */
export interface Reading {
  catalogue: Catalogue;
  keys: KeyRing;
  /** Told of each value that cannot be read; its message has no personal data. */
  report: (error: UnreadableError) => void;
}

function isRow(value: unknown): value is Row {
  return value !== null && typeof value === 'object';
}

/** One walk through the rows that a query returned, changing them in place. */
class Walk {
  readonly #reading: Reading;
  /** Strapi may use one object for a row that several others lead to. */
  readonly #seen = new WeakSet<Row>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  visit(value: unknown, uid: string, owner: string | undefined): void {
    const model = this.#reading.catalogue.find(uid);
    if (!model) return;
    for (const row of Array.isArray(value) ? (value as unknown[]) : [value])
      if (isRow(row) && !this.#seen.has(row)) this.#visitRow(row, model, owner);
  }

  #visitRow(row: Row, model: PersonalModel, owner: string | undefined): void {
    this.#seen.add(row);
    const document = model.isComponent ? owner : (row.documentId as string | undefined);
    for (const { name, column, index } of model.fields) {
      // It tells who wrote twice, also to somebody who may not see the address.
      if (index) Reflect.deleteProperty(row, index.name);
      const value = row[name];
      if (typeof value !== 'string') continue;
      row[name] = this.#read(value, { table: model.table, column, row: document ?? '' });
    }
    for (const [name, uid] of model.ways) this.visit(row[name], uid, document);
  }

  #read(value: string, cell: { table: string; column: string; row: string }): string {
    // Written before its attribute was tagged; the next start encrypts it.
    if (!isEncrypted(value)) return value;
    try {
      return decryptCell(value, cell, this.#reading.keys);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      this.#reading.report(error);
      return UNREADABLE;
    }
  }
}

/**
 * Decrypts rows in place, and those that were populated with them.
 * @param owner the document that they belong to, where they are rows of a component
 */
export function decryptRows(
  rows: unknown,
  uid: string,
  owner: string | undefined,
  reading: Reading,
) {
  new Walk(reading).visit(rows, uid, owner);
}
