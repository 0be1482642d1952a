import { Link as StrapiLink } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

import type { DeliveryDetail } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { ROOT } from '../../plugin-id';
import { Card } from '../../../../../../admin/parts/card';
import { Fact, FactList } from '../fact-list';
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
      <FactList>
        {facts.map(([label, value]) => (
          <Fact key={label} label={label}>
            {value}
          </Fact>
        ))}
      </FactList>
    </Card>
  );
}
