import {
  Box,
  Flex,
  IconButton,
  Link as StrapiLink,
  Td,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { Link } from 'react-router-dom';

import type { Delivery } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { ROOT } from '../../plugin-id';
import { Moment } from '../moment';
import type { RowPosition } from '../row-position';
import { DeliveryStatus } from './delivery-status';
import { LastAnswer } from './last-answer';
import { ReplayDelivery } from './replay-delivery';

interface DeliveryRowProps extends RowPosition {
  delivery: Delivery;
}

/** What the list shows of a delivery. */
export function DeliveryRow({ delivery, ...position }: DeliveryRowProps) {
  const text = useText();
  const { id, event, endpoint, attemptCount } = delivery;
  const address = `/${ROOT}/deliveries/${id}`;
  return (
    <Tr {...position}>
      <Td>
        <Flex alignItems="flex-start" direction="column" paddingBottom={2} paddingTop={2}>
          <StrapiLink tag={Link} to={address}>
            {event.type}
          </StrapiLink>
          <Typography textColor="neutral600" variant="pi">
            <Moment at={event.occurredAt} />
          </Typography>
        </Flex>
      </Td>
      <Td>
        <Box maxWidth="18rem">
          <Typography ellipsis tag="p" textColor="neutral800" title={endpoint.name}>
            {endpoint.name}
          </Typography>
        </Box>
      </Td>
      <Td>
        <DeliveryStatus delivery={delivery} />
      </Td>
      <Td>
        <Typography textColor="neutral800">{attemptCount}</Typography>
      </Td>
      <Td>
        <LastAnswer delivery={delivery} />
      </Td>
      <Td>
        <Flex gap={1} justifyContent="flex-end">
          <ReplayDelivery delivery={delivery} isIcon />
          <IconButton label={text('delivery.show')} tag={Link} to={address} variant="ghost">
            <Eye />
          </IconButton>
        </Flex>
      </Td>
    </Tr>
  );
}
