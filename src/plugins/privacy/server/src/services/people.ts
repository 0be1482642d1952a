import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../../../database/transaction';
import { erasePerson } from '../erasure/erase-person';
import type { ErasureReceipt } from '../erasure/receipt';
import { verifyReceipt, type Check } from '../erasure/verify-receipt';
import {
  allHolders,
  findHoldings,
  findPerson,
  type Holding,
  type PersonQuery,
} from '../people/find-person';
import type { Holder } from '../people/holder';
import type { CatalogueService } from './catalogue';
import type { PrivacyService } from './privacy';

/** Everything that is held about a person, for the person to read. */
export interface PersonalExport {
  /** What this is: when it was made, where, and about whom. */
  about: { email: string; exportedAt: string; exportedFrom: string };
  /** What is held, by holder. */
  holdings: Record<string, Record<string, unknown>[]>;
}

/** What can be done for a person with the data that are held about them. */
export interface People {
  /** Names somebody who holds personal data beside tagged attributes; to be called in `register`. */
  holdData(holder: Holder): void;
  /** What is held about a person, by holder; those that have nothing are left out. */
  find(query: PersonQuery): Promise<Holding[]>;
  /** The same as one JSON document. */
  export(query: PersonQuery): Promise<PersonalExport>;
  /**
   * Erases all of it, everywhere at once.
   * @returns the receipt; it is kept nowhere as a whole. Undefined where nothing is held
   * @throws ErasureError where a holder keeps something; nothing has been erased then
   */
  erase(query: PersonQuery): Promise<ErasureReceipt | undefined>;
  /**
   * Checks a receipt of an erasure, and with an address whether it is about it and nothing is held.
   * @param sent what somebody says is a receipt
   */
  verify(sent: unknown, query?: PersonQuery): Promise<Check[]>;
}

/** The service as this plugin itself uses it. */
export interface PeopleService extends People {
  /** Who has named themselves by `holdData`. */
  named: readonly Holder[];
}

/** The service. */
export default ({ strapi }: { strapi: Core.Strapi }): PeopleService => {
  const named: Holder[] = [];
  const plugin = () => strapi.plugin('privacy');
  const catalogue = () => plugin().service<CatalogueService>('catalogue').read();
  const keys = () => plugin().service<PrivacyService>('privacy').keys;

  const find = (query: PersonQuery) =>
    inTransaction(async (transaction) => {
      const person = await findPerson(query, catalogue());
      return findHoldings(person, allHolders(named, catalogue()), transaction);
    });

  return {
    named,

    holdData(holder) {
      if (named.some(({ name }) => name === holder.name))
        throw new Error(`There is a holder of personal data called "${holder.name}" already.`);
      named.push(holder);
    },

    find,

    async export(query) {
      const holdings = await find(query);
      return {
        about: {
          email: query.email.trim(),
          exportedAt: new Date().toISOString(),
          exportedFrom: strapi.config.get<string>('server.url'),
        },
        holdings: Object.fromEntries(
          holdings.map(({ holder, findings }) => [holder, findings.map(({ data }) => data)]),
        ),
      };
    },

    erase: (query) => erasePerson(query, { catalogue: catalogue(), keys: keys(), holders: named }),

    verify: (sent, query) =>
      verifyReceipt(sent, keys(), query && { email: query.email, findHoldings: () => find(query) }),
  };
};
