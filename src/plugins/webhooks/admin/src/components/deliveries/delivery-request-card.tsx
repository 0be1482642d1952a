import { Flex } from '@strapi/design-system';

import type { DeliveryDetail } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { Card } from '../../../../../../admin/parts/card';
import { Notice } from '../notice';
import { RequestView } from '../request-view';

/** What is sent at every attempt, and whether the reader is shown all of it. */
export function DeliveryRequestCard({ delivery }: { delivery: DeliveryDetail }) {
  const text = useText();
  return (
    <Card title={text('request.title')}>
      <Flex alignItems="stretch" direction="column" gap={4}>
        {delivery.isBodyReduced && <Notice variant="warning">{text('request.reduced')}</Notice>}
        <RequestView request={delivery.request} />
      </Flex>
    </Card>
  );
}
