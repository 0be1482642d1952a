import { inTransaction, lock } from '../../../../../database/transaction';
import type { KeyRing } from '../crypto/key-ring';
import type { Catalogue } from '../fields/catalogue';
import type { Holder } from '../people/holder';
import {
  allHolders,
  countHoldings,
  findHoldings,
  findPerson,
  type Holding,
  type PersonQuery,
} from '../people/find-person';
import { makeReceipt, type ErasureReceipt } from './receipt';
import { recordReceipt } from './receipt-records';

/** What erasing needs to know. */
export interface Erasing {
  catalogue: Catalogue;
  keys: KeyRing;
  /** Who has named themselves by `holdData`. */
  holders: readonly Holder[];
}

/** Thrown where something of a person is left: nothing has been erased then. */
class ErasureError extends Error {
  override name = 'ErasureError';
}

function checkNothingLeft(left: readonly Holding[]): void {
  if (left.length === 0) return;
  const counts = left.map(({ holder, findings }) => `${findings.length} of ${holder}`).join(', ');
  throw new ErasureError(
    `Nothing was erased, because ${counts} would have been left. It may have come in meanwhile: try again.`,
  );
}

/**
 * Erases everything that is held about a person: all of it, or nothing.
 * @returns the receipt, whose salt stands nowhere else; undefined where nothing is held
 * @throws ErasureError where a holder keeps something
 */
export async function erasePerson(
  query: PersonQuery,
  { catalogue, keys, holders: named }: Erasing,
): Promise<ErasureReceipt | undefined> {
  const holders = allHolders(named, catalogue);
  return inTransaction(async (transaction) => {
    // Two at once would wait for each other's rows in different order.
    await lock(transaction, 'privacy/erasure');
    const person = await findPerson(query, catalogue);
    const holdings = await findHoldings(person, holders, transaction);
    if (holdings.length === 0) return undefined;
    for (const holder of holders) await holder.erase(person, transaction);
    const after = await findPerson(query, catalogue);
    checkNothingLeft(await findHoldings(after, holders, transaction));
    const receipt = makeReceipt(
      {
        email: person.email,
        erasedAt: new Date(),
        counts: countHoldings(holdings),
        ids: holdings.flatMap(({ findings }) => findings.map(({ id }) => id)),
      },
      keys,
    );
    await recordReceipt(transaction, receipt);
    return receipt;
  });
}
