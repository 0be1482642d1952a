import { Grid } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useParams } from 'react-router-dom';

import { useReadWebhookDeliveryQuery } from '../api/deliveries-api';
import { Card } from '../../../../../admin/parts/card';
import { AttemptTimeline } from '../components/deliveries/attempt-timeline';
import { DeliveryFacts } from '../components/deliveries/delivery-facts';
import { DeliveryRequestCard } from '../components/deliveries/delivery-request-card';
import { ReplayDelivery } from '../components/deliveries/replay-delivery';
import { RequestFailed } from '../components/request-failed';
import { useText } from '../hooks/use-text';
import { ROOT } from '../plugin-id';
import { pollingInterval } from '../polling';

/** One delivery: where it is, every attempt, and what is sent. */
export function DeliveryPage() {
  const { id = '' } = useParams();
  const text = useText();
  const [interval, setPollingInterval] = useState(0);
  const {
    data: delivery,
    error,
    isLoading,
    refetch,
  } = useReadWebhookDeliveryQuery(id, {
    refetchOnMountOrArgChange: true,
    pollingInterval: interval,
  });

  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (!delivery) return <RequestFailed error={error ?? {}} onRetry={() => void refetch()} />;

  const expected = pollingInterval([delivery], Date.now());
  if (expected !== interval) setPollingInterval(expected);
  return (
    <Page.Main>
      <Page.Title>{text('delivery.title', { type: delivery.event.type })}</Page.Title>
      <Layouts.Header
        navigationAction={<BackButton fallback={`/${ROOT}/deliveries`} />}
        primaryAction={<ReplayDelivery delivery={delivery} />}
        subtitle={text('delivery.to', { name: delivery.endpoint.name })}
        title={delivery.event.type}
      />
      <Layouts.Content>
        <Grid.Root gap={6}>
          <Grid.Item alignItems="stretch" col={6} direction="column" gap={6} s={12} xs={12}>
            <DeliveryFacts delivery={delivery} />
            <Card title={text('delivery.attempts')}>
              <AttemptTimeline delivery={delivery} />
            </Card>
          </Grid.Item>
          <Grid.Item alignItems="start" col={6} s={12} xs={12}>
            <DeliveryRequestCard delivery={delivery} />
          </Grid.Item>
        </Grid.Root>
      </Layouts.Content>
    </Page.Main>
  );
}
