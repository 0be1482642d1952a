import type { Transaction } from '../../../../../database/transaction';
import type { Catalogue } from '../fields/catalogue';
import type { Finding, Holder, Person } from './holder';
import { findMemberIds, members } from './members';
import { findDocuments, holderOfType, typesWithAddress } from './tagged-types';

/** Who is looked for. */
export interface PersonQuery {
  email: string;
  /** Receipts of consents that the person has shown. */
  receipts?: readonly string[];
}

/** What one holder has of a person. */
export interface Holding {
  holder: string;
  findings: Finding[];
}

/** Looks through everything that the tags name. */
export async function findPerson(query: PersonQuery, catalogue: Catalogue): Promise<Person> {
  const email = query.email.trim();
  const documents = await findDocuments(catalogue, email);
  const memberIds = await findMemberIds(email);
  return { email, receipts: query.receipts ?? [], memberIds, documents };
}

/**
 * All holders of personal data: those that named themselves first, since they go by the documents
 * of the person, then the content types by their tags, and last the accounts that these lead to.
 */
export function allHolders(named: readonly Holder[], catalogue: Catalogue): Holder[] {
  return [...named, ...typesWithAddress(catalogue).map(holderOfType), members];
}

/**
 * What the holders have of a person, by holder, as the transaction that is open sees it; those that
 * have nothing are left out.
 */
export async function findHoldings(
  person: Person,
  holders: readonly Holder[],
  transaction: Transaction,
): Promise<Holding[]> {
  const holdings: Holding[] = [];
  for (const holder of holders) {
    const findings = await holder.find(person, transaction);
    if (findings.length > 0) holdings.push({ holder: holder.name, findings });
  }
  return holdings;
}

/** How many things each holder has. */
export function countHoldings(holdings: readonly Holding[]): Record<string, number> {
  return Object.fromEntries(holdings.map(({ holder, findings }) => [holder, findings.length]));
}
