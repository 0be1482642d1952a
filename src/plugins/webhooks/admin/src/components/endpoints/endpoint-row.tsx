import { Box, Flex, Link as StrapiLink, Td, Tr, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { Endpoint } from '../../../../server/src/admin-api';
import { ROOT } from '../../plugin-id';
import type { RowPosition } from '../row-position';
import { EndpointActions } from './endpoint-actions';
import { EndpointHealthSummary } from './endpoint-health-summary';
import { EndpointState } from './endpoint-state';
import { PendingDeliveries } from './pending-deliveries';

/** A table's cell keeps its text on one line; a long name may take more. */
const Name = styled(Box)`
  max-width: 24rem;
  overflow-wrap: anywhere;
  white-space: normal;
`;

interface EndpointRowProps extends RowPosition {
  endpoint: Endpoint;
}

/** What the list shows of an endpoint. */
export function EndpointRow({ endpoint, ...position }: EndpointRowProps) {
  return (
    <Tr {...position}>
      <Td>
        <Name paddingBottom={2} paddingTop={2}>
          <StrapiLink tag={Link} to={`/${ROOT}/endpoints/${endpoint.id}`}>
            {endpoint.name}
          </StrapiLink>
          <Typography ellipsis tag="p" textColor="neutral600" title={endpoint.url} variant="pi">
            {endpoint.url}
          </Typography>
        </Name>
      </Td>
      <Td>
        <Flex alignItems="flex-start" direction="column">
          {endpoint.eventTypes.map((type) => (
            <Typography key={type} textColor="neutral800" variant="pi">
              {type}
            </Typography>
          ))}
        </Flex>
      </Td>
      <Td>
        <EndpointState endpoint={endpoint} />
      </Td>
      <Td>
        <EndpointHealthSummary health={endpoint.health} />
      </Td>
      <Td>
        <PendingDeliveries endpoint={endpoint} />
      </Td>
      <Td>
        <EndpointActions endpoint={endpoint} />
      </Td>
    </Tr>
  );
}
