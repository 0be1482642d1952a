import { Box, Flex, Grid, Link as StrapiLink } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import type { Endpoint } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { ROOT } from '../../plugin-id';
import { Card } from '../card';
import { LabelledValue } from '../labelled-value';
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
        <Grid.Root gap={4} style={{ margin: 0 }} tag="dl">
          <Grid.Item alignItems="start" col={6} s={6} xs={12}>
            <LabelledValue label={text('health.last-success')}>
              {lastSuccessAt ? <Moment at={lastSuccessAt} /> : text('health.no-success')}
            </LabelledValue>
          </Grid.Item>
          <Grid.Item alignItems="start" col={6} s={6} xs={12}>
            <LabelledValue label={text('health.last-failure')}>
              {lastFailureAt ? <Moment at={lastFailureAt} /> : text('health.no-failure')}
            </LabelledValue>
          </Grid.Item>
          <Grid.Item alignItems="start" col={6} s={6} xs={12}>
            <LabelledValue label={text('health.day')}>
              <FailureRate isOfDay rate={failureRate} />
            </LabelledValue>
          </Grid.Item>
          <Grid.Item alignItems="start" col={6} s={6} xs={12}>
            <LabelledValue label={text('endpoint.pending')}>
              <PendingDeliveries endpoint={endpoint} />
            </LabelledValue>
          </Grid.Item>
        </Grid.Root>
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
