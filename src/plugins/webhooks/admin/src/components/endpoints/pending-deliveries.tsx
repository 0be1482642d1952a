import { Flex, Link as StrapiLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import type { Endpoint } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { ROOT } from '../../plugin-id';

const STATES = ['waiting', 'parked', 'dead'] as const;

/** How many deliveries to an endpoint have not arrived, by state, each a link to them. */
export function PendingDeliveries({ endpoint: { id, health } }: { endpoint: Endpoint }) {
  const text = useText();
  const states = STATES.filter((state) => health[state] > 0);
  if (states.length === 0) {
    return (
      <Typography textColor="neutral600" variant="pi">
        {text('health.nothing-pending')}
      </Typography>
    );
  }
  return (
    <Flex alignItems="flex-start" direction="column">
      {states.map((state) => (
        <StrapiLink
          color={state === 'dead' ? 'danger600' : 'primary600'}
          key={state}
          tag={Link}
          to={`/${ROOT}/deliveries?endpoint=${encodeURIComponent(id)}&state=${state}`}
        >
          {text(`health.${state}`, { count: health[state] })}
        </StrapiLink>
      ))}
    </Flex>
  );
}
