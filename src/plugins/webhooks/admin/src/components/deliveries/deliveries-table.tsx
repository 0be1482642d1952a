import { Table, Tbody, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';

import type { Delivery } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { DeliveryRow } from './delivery-row';

const COLUMNS = ['event', 'endpoint', 'state', 'attempts', 'last-answer'] as const;

/** Deliveries, one a row. */
export function DeliveriesTable({ deliveries }: { deliveries: Delivery[] }) {
  const text = useText();
  return (
    <Table
      aria-label={text('deliveries.title')}
      colCount={COLUMNS.length + 1}
      rowCount={deliveries.length + 1}
    >
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography textColor="neutral600" variant="sigma">
                {text(`delivery.${column}`)}
              </Typography>
            </Th>
          ))}
          <Th>
            <VisuallyHidden>{text('actions')}</VisuallyHidden>
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {deliveries.map((delivery) => (
          <DeliveryRow delivery={delivery} key={delivery.id} />
        ))}
      </Tbody>
    </Table>
  );
}
