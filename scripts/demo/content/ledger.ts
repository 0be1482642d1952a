import type { Core } from '@strapi/strapi';
import { inTransaction, lock, type Transaction } from '../../../src/database/transaction';

/** How many steps of a kind this run did, and how many an earlier run had done. */
export interface StepCounts {
  loaded: number;
  present: number;
}

type Entries = Record<string, string>;

const STORE = { type: 'core', name: 'prospectus', key: 'demo-content' };

/**
 * The record of what has been loaded, kept in the database beside the content itself. A step and
 * its entry are written in one transaction, so that a load that was killed goes on where it was.
 * What is in the record is never touched again: it belongs to the editors, who may have changed it
 * or thrown it away.
 */
export class Ledger {
  readonly counts: Record<string, StepCounts> = {};
  private readonly ids = new Map<string, string>();

  constructor(private readonly strapi: Core.Strapi) {}

  private async entries(): Promise<Entries> {
    return ((await this.strapi.store.get(STORE)) as Entries | null) ?? {};
  }

  /**
   * Does a step unless it has been done. Two loads at the same moment take turns.
   * @param key names the step, `training/BE-101`; the part before the slash is what is counted
   * @param work writes the content and returns its id
   * @returns the id that this run or an earlier one noted
   */
  async step(key: string, work: (transaction: Transaction) => Promise<string>): Promise<string> {
    return inTransaction(async (transaction) => {
      await lock(transaction, 'demo-content');
      const entries = await this.entries();
      const kind = key.split('/')[0] ?? key;
      const counts = (this.counts[kind] ??= { loaded: 0, present: 0 });
      const known = entries[key];
      const id = known ?? (await work(transaction));
      if (known === undefined) {
        await this.strapi.store.set({ ...STORE, value: { ...entries, [key]: id } });
      }
      counts[known === undefined ? 'loaded' : 'present'] += 1;
      this.ids.set(key, id);
      return id;
    });
  }

  /**
   * The id that a step of this run gave.
   * @throws Error when the step has not come yet: the order of loading is wrong
   */
  idOf(key: string): string {
    const id = this.ids.get(key);
    if (id === undefined) throw new Error(`The demo content needs ${key} before it is loaded.`);
    return id;
  }
}
