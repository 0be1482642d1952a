import { inTransaction } from '../../database/transaction';
import { ProspectusError } from '../../errors';
import { SingleFlight } from '../../lib/single-flight';
import type { EnquiryInput } from './enquiry-input';
import {
  findReceipt,
  once,
  traceOf,
  waitForReceipt,
  type KeyedBody,
  type Receipt,
} from './idempotency';
import { takePlaces, type Places, type Sender } from './limits/places';
import { readEvidence, useEvidence, type Evidence } from './spam/evidence';
import { judge, type Verdict } from './spam/judge';
import { enquirySettings } from './spam/settings';

/** What came with an enquiry beside its body. */
export interface Delivery {
  /** The address that the request came from. */
  address: string;
  /** The header Idempotency-Key, if there was one. */
  key: string | undefined;
}

/** An enquiry without what its form sent along. */
export type Enquiry = Omit<EnquiryInput, 'formToken' | 'proofOfWork'>;

/** Writes an enquiry with its verdict, in the transaction that is open. */
export type Store = (enquiry: Enquiry, verdict: Verdict) => Promise<Receipt>;

/** An enquiry on its way in. */
interface Arrival {
  enquiry: Enquiry;
  evidence: Evidence;
  sender: Sender;
  /** Undefined where the client sent no key. */
  request: KeyedBody | undefined;
}

/**
 * Takes room under the limits, or finds that none is needed: the limit may have been used up by the
 * same request, which a client that heard nothing sends again while the first is being stored.
 */
async function placesOrReceipt({ sender, request }: Arrival): Promise<Places | Receipt> {
  try {
    return await takePlaces(sender);
  } catch (error) {
    const isFull = error instanceof ProspectusError && error.code === 'TOO_MANY_REQUESTS';
    const receipt = isFull && request ? await waitForReceipt(request) : undefined;
    if (receipt) return receipt;
    throw error;
  }
}

/** Stores an enquiry that is not known yet, within the limits and with its verdict. */
async function storeNew(arrival: Arrival, store: Store): Promise<Receipt> {
  const places = await placesOrReceipt(arrival);
  if ('reference' in places) return places;

  // Stays empty for a repetition whose first is stored at this moment.
  const outcome: { verdict?: Verdict } = {};
  try {
    const receipt = await inTransaction((transaction) =>
      once(transaction, arrival.request, async () => {
        const used = await useEvidence(transaction, arrival.evidence);
        const facts = { ...used, address: places.address, email: places.email };
        outcome.verdict = judge(arrival.enquiry, facts, enquirySettings().spam);
        return store(arrival.enquiry, outcome.verdict);
      }),
    );
    if (!outcome.verdict) await places.giveBack();
    else if (outcome.verdict.state === 'spam') await places.leaveDesk();
    return receipt;
  } catch (error) {
    await places.giveBack();
    throw error;
  }
}

/** Requests with a key that this process works on: their repetitions share the outcome. */
const underWay = new SingleFlight<Receipt>();

/**
 * Takes in what a visitor sent: once for each key, within the limits, with a verdict on whether it
 * is spam. What is refused, fails or is repeated uses up nothing of the limits.
 * @throws ProspectusError 422 for a key that came with another body, 429 over a limit
 */
export async function takeIn(
  { formToken, proofOfWork, ...enquiry }: EnquiryInput,
  { address, key }: Delivery,
  store: Store,
): Promise<Receipt> {
  const arrival = {
    enquiry,
    evidence: await readEvidence({ formToken, proofOfWork }),
    sender: { address, email: enquiry.email },
    // A form that is sent again may carry a new token: it is the same enquiry all the same.
    request: key === undefined ? undefined : { key, body: enquiry },
  };
  const { request } = arrival;
  if (!request) return storeNew(arrival, store);
  return underWay.join(traceOf(request), async () => {
    const known = await findReceipt(strapi.db.connection, request);
    return known ?? storeNew(arrival, store);
  });
}
