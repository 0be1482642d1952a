import { findRows } from '../../database/rows';
import type { Transaction } from '../../database/transaction';
import type { Holder, Person } from '../../plugins/privacy/accessor';
import { findKeysOf, forgetKeysOf } from './idempotency';
import { COUNTERS_TABLE } from '../../database/counter';
import { counterOfEmail } from './limits/places';

const ENQUIRY = 'api::enquiry.enquiry';

async function referencesOf({ documents }: Person): Promise<string[]> {
  const ids = documents.filter(({ uid }) => uid === ENQUIRY).map(({ documentId }) => documentId);
  const rows = await findRows<{ reference: string }>(ENQUIRY, {
    select: ['reference'],
    where: { documentId: { $in: ids } },
  });
  return rows.map(({ reference }) => reference);
}

/** That enquiries came with a key that tells repetitions; the key itself is not known. */
export const idempotencyKeys: Holder = {
  name: 'idempotency keys',

  async find(person, transaction) {
    const keys = await findKeysOf(transaction, await referencesOf(person));
    return keys.map(({ reference, receivedAt }) => ({
      id: reference,
      reference,
      data: { enquiry: reference, receivedAt },
    }));
  },

  async erase(person, transaction) {
    for (const reference of await referencesOf(person)) await forgetKeysOf(transaction, reference);
  },
};

interface Counter {
  key: string;
  points: number;
  /** Milliseconds since 1970, which a bigint is too large for. */
  expire: string | null;
}

const counterOf = ({ email }: Person, transaction: Transaction) =>
  transaction<Counter>(COUNTERS_TABLE).where({ key: counterOfEmail(email) });

/** How many enquiries an address sent within the last hour. */
export const counters: Holder = {
  name: 'request counters',

  async find(person, transaction) {
    const rows = await counterOf(person, transaction).select('points', 'expire');
    return rows.map(({ points, expire }) => ({
      id: 'enquiries',
      reference: 'enquiries',
      data: { enquiries: points, countedUntil: expire && new Date(Number(expire)).toISOString() },
    }));
  },

  async erase(person, transaction) {
    await counterOf(person, transaction).delete();
  },
};
