import { inTransaction } from '../../../database/transaction';
import { fieldErrors } from '../../../field-errors';
import type cookiePolicyService from '../../cookie-policy/services/cookie-policy';
import { appendGiven, appendWithdrawal, lockChain } from '../append';
import { checkChoices, checkMethod, methodOf, type Choices } from '../check-choices';
import type { ConsentInput } from '../consent-input';
import { findRecords, type Consent } from '../find-records';
import { createReceipt, hashReceipt } from '../receipt';
import { consentSettings } from '../settings';
import { countConsents } from '../summary';
import { forgetSubjects, toSubject, type Visitor } from '../subjects';

const HOUR_IN_MILLISECONDS = 60 * 60 * 1000;

/** Whose consents are meant: by the receipt, or by the numeric id of a member. */
export interface PersonChoice {
  receipt?: string | undefined;
  memberId?: number | undefined;
}

const policies = () =>
  strapi.service('api::cookie-policy.cookie-policy') as unknown as ReturnType<
    typeof cookiePolicyService
  >;

/**
 * The version that a visitor answers to.
 * @throws ValidationError (400) for one that they cannot have read a moment ago
 */
async function findPolicy({ policyVersion, locale }: ConsentInput) {
  const grace = consentSettings().policyGraceHours * HOUR_IN_MILLISECONDS;
  const version = await policies().answerable(policyVersion, locale, grace);
  if (version) return version;
  const inForce = await policies().current(locale);
  throw fieldErrors([
    inForce
      ? {
          path: ['policyVersion'],
          message: `Version ${policyVersion} is not in force; version ${inForce.version} is. Ask the visitor again.`,
        }
      : { path: ['locale'], message: 'There is no cookie policy in force in this language.' },
  ]);
}

/** What a visitor decided and how, checked against what they were offered. */
function readChoices(input: ConsentInput, offered: { key: string; required: boolean }[]) {
  const faults = checkChoices(input.choices, offered);
  if (faults.length > 0) throw fieldErrors(faults);
  const choices = input.choices as Choices;
  const method = input.method ?? methodOf(choices, offered);
  const fault = checkMethod(method, choices, offered);
  if (fault) throw fieldErrors([fault]);
  return { choices, method };
}

const toChoice = ({ receipt, memberId }: PersonChoice) => ({
  receiptHash: receipt === undefined ? undefined : hashReceipt(receipt),
  memberId,
});

/** The service: what visitors answered to the cookie notice. */
export default () => ({
  /**
   * Records what a visitor answered to the cookie notice, refusals too.
   * @returns the record as the visitor is told it, with the receipt, which is not stored
   * @throws ValidationError (400) for a version that is not in force and was not within the last
   *   day, and for choices that do not fit its categories
   */
  async record(input: ConsentInput, visitor: Visitor) {
    const policy = await findPolicy(input);
    const decided = readChoices(input, policy.content.categories);
    const receipt = createReceipt();
    const given = {
      ...decided,
      receiptHash: hashReceipt(receipt),
      policyDocumentId: policy.policyDocumentId,
      policyVersion: policy.version,
      policySha256: policy.sha256,
      locale: policy.policyLocale,
      page: input.page ?? null,
    };
    const { recordedAt, expiresAt } = await inTransaction((transaction) =>
      appendGiven(transaction, given, toSubject(visitor)),
    );
    const { policyVersion, locale, choices } = given;
    return { receipt, policyVersion, locale, choices, recordedAt, expiresAt };
  },

  /** The consent of a receipt; undefined where there is none. */
  async find(receipt: string): Promise<Consent | undefined> {
    const [consent] = await findRecords(strapi.db.connection, toChoice({ receipt }));
    return consent;
  },

  /**
   * Withdraws the consent of a receipt; again, it stays as it is.
   * @returns the consent with the time of its withdrawal; undefined where there is none
   */
  async withdraw(receipt: string): Promise<Consent | undefined> {
    const choice = toChoice({ receipt });
    return inTransaction(async (transaction) => {
      await lockChain(transaction);
      const [consent] = await findRecords(transaction, choice);
      if (!consent || consent.withdrawnAt) return consent;
      const { policyDocumentId, policyVersion, policySha256, locale } = consent;
      const { recordedAt } = await appendWithdrawal(transaction, {
        receiptHash: hashReceipt(receipt),
        policyDocumentId,
        policyVersion,
        policySha256,
        locale,
      });
      return { ...consent, withdrawnAt: new Date(recordedAt) };
    });
  },

  /**
   * What is held about a person's consents: for an export. Those that a member gave while signed out
   * are found by their receipts alone, since nothing else ties them to anybody.
   * @returns them with their withdrawals, oldest first
   */
  async findConsents(person: PersonChoice): Promise<Consent[]> {
    return findRecords(strapi.db.connection, toChoice(person));
  },

  /**
   * Erases what is personal about a person's consents (hashes of address and user agent, the
   * membership), in the transaction that is open. The records stay, tied to nobody, and the chain
   * stays whole.
   * @returns about how many consents something was erased
   */
  async forgetSubject(person: PersonChoice): Promise<number> {
    return inTransaction((transaction) => forgetSubjects(transaction, toChoice(person)));
  },

  /** How visitors answered lately, for the panel's home page. */
  async summary() {
    return countConsents(await policies().current(undefined));
  },
});
