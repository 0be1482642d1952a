import { Flex, Typography } from '@strapi/design-system';

import type { EndpointHealth } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { Moment } from '../moment';
import { FailureRate } from './failure-rate';

/** How deliveries to an endpoint go, in two lines. */
export function EndpointHealthSummary({ health }: { health: EndpointHealth }) {
  const text = useText();
  return (
    <Flex alignItems="flex-start" direction="column">
      <Typography textColor="neutral800">
        {health.lastSuccessAt ? <Moment at={health.lastSuccessAt} /> : text('health.no-success')}
      </Typography>
      <FailureRate rate={health.failureRate} />
    </Flex>
  );
}
