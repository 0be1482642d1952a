import { Grid, Link as StrapiLink } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

import type { DeliveryDetail } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { ROOT } from '../../plugin-id';
import { Card } from '../card';
import { LabelledValue } from '../labelled-value';
import { ExactMoment } from '../moment';
import { DeliveryStatus } from './delivery-status';

/** What is known about a delivery besides its attempts. */
export function DeliveryFacts({ delivery }: { delivery: DeliveryDetail }) {
  const text = useText();
  const { endpoint, event, webhookId, hasPersonalData } = delivery;
  const facts: [string, ReactNode][] = [
    [
      text('delivery.endpoint'),
      <StrapiLink key="endpoint" tag={Link} to={`/${ROOT}/endpoints/${endpoint.id}`}>
        {endpoint.name}
      </StrapiLink>,
    ],
    [text('delivery.occurred-at'), <ExactMoment at={event.occurredAt} key="occurred-at" />],
    [text('delivery.webhook-id'), webhookId],
    [
      text('delivery.personal-data'),
      text(hasPersonalData ? 'delivery.personal-data.sent' : 'delivery.personal-data.none'),
    ],
  ];
  return (
    <Card action={<DeliveryStatus delivery={delivery} />} title={text('delivery.facts')}>
      <Grid.Root gap={4} style={{ margin: 0 }} tag="dl">
        {facts.map(([label, value]) => (
          <Grid.Item alignItems="start" col={6} key={label} s={6} xs={12}>
            <LabelledValue label={label}>{value}</LabelledValue>
          </Grid.Item>
        ))}
      </Grid.Root>
    </Card>
  );
}
