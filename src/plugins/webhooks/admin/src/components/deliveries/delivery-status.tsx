import { Flex, Status, Typography } from '@strapi/design-system';

import type { Delivery } from '../../../../server/src/admin-api';
import { STATE_VARIANTS } from '../../delivery-states';
import { useText } from '../../hooks/use-text';
import { Moment } from '../moment';

/** Where a delivery is, and when it will be attempted again. */
export function DeliveryStatus({ delivery: { state, nextAttemptAt } }: { delivery: Delivery }) {
  const text = useText();
  return (
    <Flex alignItems="flex-start" direction="column" gap={1}>
      <Status size="S" variant={STATE_VARIANTS[state]}>
        <Typography fontWeight="bold" tag="span" variant="pi">
          {text(`state.${state}`)}
        </Typography>
      </Status>
      {nextAttemptAt && (
        <Typography textColor="neutral600" variant="pi">
          {text('delivery.next-attempt')} <Moment at={nextAttemptAt} />
        </Typography>
      )}
    </Flex>
  );
}
