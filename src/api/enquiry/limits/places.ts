import { addressPrefix } from '../../../lib/address-prefix';
import type { Rate } from '../spam/facts';
import { enquirySettings } from '../spam/settings';
import { createCounter, storedKey, type Counted, type Counter } from '../../../database/counter';

/** Who sends an enquiry. */
export interface Sender {
  /** The address that the request came from. */
  address: string;
  email: string;
}

/** Room for one enquiry under every limit. */
export interface Places {
  /** How busy the address and the e-mail address are with it. */
  address: Rate;
  email: Rate;
  /** Gives all of it back: nothing was stored. */
  giveBack(): Promise<void>;
  /** Gives back the room at the desk: the enquiry was set aside. */
  leaveDesk(): Promise<void>;
}

/** What the counter of an e-mail address is called. */
const EMAIL_COUNTER = 'enquiries/email';

const LATER = 'Try again later, or telephone us.';

function createCounters() {
  const { seconds, perAddress, perEmail, total } = enquirySettings().limits;
  return {
    address: createCounter({
      name: 'enquiries/address',
      limit: perAddress,
      seconds,
      message: `Too many enquiries came from your address. ${LATER}`,
    }),
    email: createCounter({
      name: EMAIL_COUNTER,
      limit: perEmail,
      seconds,
      message: `Too many enquiries came with this e-mail address. ${LATER}`,
    }),
    total: createCounter({
      name: 'enquiries/total',
      limit: total,
      seconds,
      message: `More enquiries are coming in than we can answer. ${LATER}`,
    }),
  };
}

/** The counters of each running application: deriving their keys takes longer than counting. */
const countersOf = new WeakMap<typeof strapi, ReturnType<typeof createCounters>>();

function findCounters(): ReturnType<typeof createCounters> {
  const counters = countersOf.get(strapi) ?? createCounters();
  countersOf.set(strapi, counters);
  return counters;
}

/**
 * An e-mail address without what its owner can change at will: case, and what follows a plus sign
 * (RFC 5233).
 */
function mailbox(email: string): string {
  return email
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\+[^@]*@/, '@');
}

/** The key under which enquiries of an e-mail address are counted in the table of counters. */
export function counterOfEmail(email: string): string {
  return storedKey(EMAIL_COUNTER, mailbox(email));
}

/**
 * Takes room for an enquiry, counted at once: of many that come at the same moment, as many pass as
 * the limits allow.
 * @throws ProspectusError 429 under the first limit that is reached; nothing stays taken then
 */
export async function takePlaces(sender: Sender): Promise<Places> {
  const counters = findCounters();
  const { perAddress, perEmail } = enquirySettings().limits;
  const taken: Counted[] = [];
  const giveBack = async () => {
    for (const counted of taken.splice(0)) await counted.giveBack();
  };
  const take = async (counter: Counter, key: string): Promise<Counted> => {
    const counted = await counter.take(key);
    taken.push(counted);
    return counted;
  };
  try {
    const address = await take(counters.address, addressPrefix(sender.address));
    const email = await take(counters.email, mailbox(sender.email));
    const total = await take(counters.total, 'all');
    return {
      address: { count: address.count, limit: perAddress },
      email: { count: email.count, limit: perEmail },
      giveBack,
      leaveDesk: () => total.giveBack(),
    };
  } catch (error) {
    await giveBack();
    throw error;
  }
}
