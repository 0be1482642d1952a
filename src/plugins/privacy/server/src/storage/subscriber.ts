import type { UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { findRow } from '../../../../../database/rows';
import type { UnreadableError } from '../crypto/cell';
import type { KeyRing } from '../crypto/key-ring';
import type { Catalogue, PersonalModel } from '../fields/catalogue';
import { newDocumentId } from '../fields/new-document-id';
import { currentOwner } from '../fields/owner';
import { prepareQuery } from './prepare-query';
import { decryptRows, type Reading } from './decrypt-rows';
import { encryptData, hasPersonalData, withoutIndexes } from './encrypt-data';
import { findOwner } from './find-owner';
import { Originals } from './originals';

/** What a query of the engine is told; the engine reads it again when the subscribers have run. */
interface Params {
  select?: unknown;
  populate?: unknown;
  where?: unknown;
  _q?: unknown;
  orderBy?: unknown;
  data?: unknown;
}

/** An event of Strapi's database, as far as it matters here. */
interface Event {
  action: string;
  model: { uid: string };
  params: Params;
  result?: unknown;
}

type Data = Record<string, unknown>;

/** A row that is to be changed. */
interface OldRow extends Data {
  id: number;
  documentId?: string;
}

const isData = (value: unknown): value is Data => value !== null && typeof value === 'object';

/** An id that no row has. */
const NO_ROW = 0;

/** What names rows by conditions. */
const QUERIES = [
  'beforeFindOne',
  'beforeFindMany',
  'beforeCount',
  'beforeUpdate',
  'beforeUpdateMany',
  'beforeDelete',
  'beforeDeleteMany',
];
const CREATIONS = ['beforeCreate', 'beforeCreateMany'];
const RESULTS = ['afterFindOne', 'afterFindMany'];

/**
 * Keeps tagged attributes encrypted in the database and clear everywhere above it: the panel, the
 * API, hooks and jobs read and write them as if they were any other. It stands below the document
 * service, on the database's own lifecycle, because only there every read and write comes by.
 */
export class StorageSubscriber {
  readonly #readCatalogue: () => Catalogue;
  readonly #readKeys: () => KeyRing;
  readonly #report: (error: UnreadableError) => void;
  /** What callers wrote, by what it was replaced with: one object may be written with twice. */
  readonly #originals = new Originals();

  /**
   * @param catalogue asked for when the database is open
   * @param keys likewise
   * @param report told of each value that cannot be read
   */
  constructor(
    catalogue: () => Catalogue,
    keys: () => KeyRing,
    report: (error: UnreadableError) => void,
  ) {
    this.#readCatalogue = catalogue;
    this.#readKeys = keys;
    this.#report = report;
  }

  get #catalogue(): Catalogue {
    return this.#readCatalogue();
  }

  get #keys(): KeyRing {
    return this.#readKeys();
  }

  get #reading(): Reading {
    return { catalogue: this.#catalogue, keys: this.#keys, report: this.#report };
  }

  /** Handles one event of the database. */
  readonly handle = async (event: Event): Promise<void> => {
    const { action, params } = event;
    const model = this.#catalogue.find(event.model.uid);
    if (!model) return;
    if (QUERIES.includes(action)) this.#prepare(params, model);
    if (RESULTS.includes(action)) await this.#afterRead(event.result, model);
    if (CREATIONS.includes(action)) this.#protectCreated(params, model);
    if (action === 'beforeUpdate') await this.#protectUpdated(params, model);
    if (action === 'beforeUpdateMany') this.#refuseMany(params, model);
  };

  /** Changes the query of an event, which the engine reads when the subscribers have run. */
  #prepare(params: Params, { uid }: PersonalModel): void {
    const context = { catalogue: this.#catalogue, keys: this.#keys };
    params.where = this.#originals.find(params.where);
    Object.assign(params, prepareQuery(params, uid, context));
  }

  async #afterRead(result: unknown, model: PersonalModel): Promise<void> {
    if (!model.isComponent) {
      decryptRows(result, model.uid, undefined, this.#reading);
      return;
    }
    // Strapi reads components with what they stand in, but for one that it has just written.
    for (const row of Array.isArray(result) ? (result as unknown[]) : [result]) {
      const owner = hasPersonalData(row, model)
        ? (currentOwner()?.documentId ?? (await findOwner(row, model, this.#catalogue)))
        : undefined;
      decryptRows(row, model.uid, owner, this.#reading);
    }
  }

  /** The document that a new row belongs to. */
  #ownerOfNew(data: Data, model: PersonalModel): string {
    const owner = currentOwner();
    if (model.isComponent) {
      if (owner) return owner.documentId;
      throw new Error(`${model.uid} has personal data: write it with its document.`);
    }
    const given = typeof data.documentId === 'string' ? data.documentId : undefined;
    // Strapi gives a copy another documentId than its components have been bound to.
    if (owner?.isNew && owner.uid === model.uid && (owner.isCopy === true || !given))
      return owner.documentId;
    return given ?? newDocumentId(model.uid);
  }

  #protectCreated(params: Params, model: PersonalModel): void {
    const protect = (data: unknown) => {
      const given = this.#originals.find(data);
      // Also without personal data: those of its components are bound to its documentId.
      if (!isData(given) || (model.isComponent && !hasPersonalData(given, model))) return data;
      return this.#originals.replace(given, this.#protectNew(given, model));
    };
    params.data = Array.isArray(params.data) ? params.data.map(protect) : protect(params.data);
  }

  #protectNew(data: Data, model: PersonalModel): Data {
    const row = this.#ownerOfNew(data, model);
    const protectedData = encryptData(withoutIndexes(data, model), row, model, this.#keys);
    return model.isComponent ? protectedData : { ...protectedData, documentId: row };
  }

  async #protectUpdated(params: Params, model: PersonalModel): Promise<void> {
    const given = this.#originals.find(params.data);
    if (!hasPersonalData(given, model)) return;
    const where = params.where as Data;
    const old = await this.#findOld(where, model);
    // The row that was found, and no other: the engine looks for the first once more.
    params.where = this.#originals.replace(where, { id: old?.id ?? NO_ROW });
    if (!old) return;
    const data = encryptData(withoutIndexes(given, model), old.owner, model, this.#keys);
    params.data = this.#originals.replace(given, data);
  }

  /** The row that an update is about, and its document; undefined where there is none. */
  async #findOld(
    where: Data,
    model: PersonalModel,
  ): Promise<{ id: number; owner: string } | undefined> {
    const select = ['id', ...(model.isComponent ? [] : ['documentId'])];
    const row = await findRow<OldRow>(model.uid as UID.Schema, { select, where });
    if (!row) return undefined;
    const owner = model.isComponent
      ? ((await findOwner(row, model, this.#catalogue)) ?? currentOwner()?.documentId)
      : row.documentId;
    if (owner !== undefined) return { id: row.id, owner };
    throw new Error(
      `${model.uid} ${row.id} stands in no document that its text could be bound to.`,
    );
  }

  #refuseMany(params: Params, model: PersonalModel): void {
    if (!hasPersonalData(params.data, model)) return;
    throw new errors.ApplicationError(
      `${model.uid} has encrypted attributes, which are bound to their rows: update one row at a time.`,
    );
  }
}
