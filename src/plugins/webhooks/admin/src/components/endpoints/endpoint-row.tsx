import { Box, Flex, Td, Tr, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { Endpoint } from '../../../../server/src/admin-api';
import { ROOT } from '../../plugin-id';
import { EndpointActions } from './endpoint-actions';
import { EndpointHealthSummary } from './endpoint-health-summary';
import { EndpointState } from './endpoint-state';
import { PendingDeliveries } from './pending-deliveries';

const NameLink = styled(Link)`
  color: ${({ theme }) => theme.colors.neutral800};
  font-weight: 600;
  overflow-wrap: anywhere;
`;

/** What the list shows of an endpoint. */
export function EndpointRow({ endpoint }: { endpoint: Endpoint }) {
  return (
    <Tr>
      <Td>
        <Box maxWidth="28rem" paddingBottom={2} paddingTop={2}>
          <NameLink to={`/${ROOT}/endpoints/${endpoint.id}`}>{endpoint.name}</NameLink>
          <Typography ellipsis tag="p" textColor="neutral600" title={endpoint.url} variant="pi">
            {endpoint.url}
          </Typography>
        </Box>
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
