import type { DeliveryState } from '../../server/src/admin-api';

/** Every state, each once: the compiler refuses a table that leaves one out. */
const ALL: Record<DeliveryState, true> = {
  waiting: true,
  parked: true,
  delivered: true,
  dead: true,
};

/** The states of a delivery, in the order in which they are offered. */
export const DELIVERY_STATES = Object.keys(ALL) as DeliveryState[];
