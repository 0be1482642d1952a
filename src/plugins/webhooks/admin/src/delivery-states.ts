import type { StatusProps } from '@strapi/design-system';

import type { DeliveryState } from '../../server/src/admin-api';

/** The colour of each state: the compiler refuses a table that leaves one out. */
export const STATE_VARIANTS: Record<DeliveryState, NonNullable<StatusProps['variant']>> = {
  waiting: 'secondary',
  parked: 'neutral',
  delivered: 'success',
  dead: 'danger',
};

/** The states of a delivery, in the order in which they are offered. */
export const DELIVERY_STATES = Object.keys(STATE_VARIANTS) as DeliveryState[];
