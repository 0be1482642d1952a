import { Table, Tbody, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';

import type { Endpoint } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { EndpointRow } from './endpoint-row';

const COLUMNS = ['name', 'events', 'state', 'last-success', 'pending'] as const;

/** Every endpoint, one a row. */
export function EndpointsTable({ endpoints }: { endpoints: Endpoint[] }) {
  const text = useText();
  return (
    <Table
      aria-label={text('endpoints.title')}
      colCount={COLUMNS.length + 1}
      rowCount={endpoints.length + 1}
    >
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography textColor="neutral600" variant="sigma">
                {text(`endpoint.${column}`)}
              </Typography>
            </Th>
          ))}
          <Th>
            <VisuallyHidden>{text('actions')}</VisuallyHidden>
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {endpoints.map((endpoint) => (
          <EndpointRow endpoint={endpoint} key={endpoint.id} />
        ))}
      </Tbody>
    </Table>
  );
}
