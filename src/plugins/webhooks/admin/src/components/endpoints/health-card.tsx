import { Box, Flex, Link as StrapiLink } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import type { Endpoint } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { ROOT } from '../../plugin-id';
import { Card } from '../../../../../../admin/parts/card';
import { Fact, FactList } from '../fact-list';
import { ExactMoment, Moment } from '../moment';
import { Notice } from '../notice';
import { DisabledNotice } from './disabled-notice';
import { EndpointBadge } from './endpoint-badge';
import { FailureRate } from './failure-rate';
import { PendingDeliveries } from './pending-deliveries';

/** How deliveries to an endpoint go, and the way to them. */
export function HealthCard({ endpoint }: { endpoint: Endpoint }) {
  const text = useText();
  const { pausedUntil } = endpoint;
  const { lastSuccessAt, lastFailureAt, failureRate } = endpoint.health;
  return (
    <Card action={<EndpointBadge endpoint={endpoint} />} title={text('endpoint.health')}>
      <Flex alignItems="stretch" direction="column" gap={4}>
        <DisabledNotice endpoint={endpoint} />
        {pausedUntil && (
          <Notice variant="warning">
            {text('endpoint.paused-by-receiver')} <ExactMoment at={pausedUntil} />.
          </Notice>
        )}
        <FactList>
          <Fact label={text('health.last-success')}>
            {lastSuccessAt ? <Moment at={lastSuccessAt} /> : text('health.no-success')}
          </Fact>
          <Fact label={text('health.last-failure')}>
            {lastFailureAt ? <Moment at={lastFailureAt} /> : text('health.no-failure')}
          </Fact>
          <Fact label={text('health.day')}>
            <FailureRate isOfDay rate={failureRate} />
          </Fact>
          <Fact label={text('endpoint.pending')}>
            <PendingDeliveries endpoint={endpoint} />
          </Fact>
        </FactList>
        <Box>
          <StrapiLink
            tag={Link}
            to={`/${ROOT}/deliveries?endpoint=${encodeURIComponent(endpoint.id)}`}
          >
            {text('health.all-deliveries')}
          </StrapiLink>
        </Box>
      </Flex>
    </Card>
  );
}
