import { Flex, Status, Typography, type StatusProps } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Delivery, DeliveryState } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { NextAttempt } from './next-attempt';

const VARIANTS: Record<DeliveryState, NonNullable<StatusProps['variant']>> = {
  waiting: 'secondary',
  parked: 'neutral',
  delivered: 'success',
  dead: 'danger',
};

/** A table's cell keeps its text on one line; this takes more. */
const Next = styled(Typography)`
  max-width: 18rem;
  white-space: normal;
`;

/** Where a delivery is, and when it will be attempted again. */
export function DeliveryStatus({ delivery: { state, nextAttemptAt } }: { delivery: Delivery }) {
  const text = useText();
  return (
    <Flex alignItems="flex-start" direction="column" gap={1}>
      <Status size="S" variant={VARIANTS[state]}>
        <Typography fontWeight="bold" tag="span" variant="pi">
          {text(`state.${state}`)}
        </Typography>
      </Status>
      {nextAttemptAt && (
        <Next tag="p" textColor="neutral600" variant="pi">
          <NextAttempt at={nextAttemptAt} />
        </Next>
      )}
    </Flex>
  );
}
