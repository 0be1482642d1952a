import { Flex, IconButton } from '@strapi/design-system';
import { BulletList, Eye, Pencil } from '@strapi/icons';
import { Link } from 'react-router-dom';

import type { Endpoint } from '../../../../server/src/admin-api';
import { useAllowedActions } from '../../hooks/use-allowed-actions';
import { useText } from '../../hooks/use-text';
import { ROOT } from '../../plugin-id';
import { TestDialog } from './test-dialog';

/** What can be done with an endpoint of the list. */
export function EndpointActions({ endpoint }: { endpoint: Endpoint }) {
  const text = useText();
  const { canManage } = useAllowedActions();
  const { id, name } = endpoint;
  return (
    <Flex gap={1} justifyContent="flex-end">
      {canManage && <TestDialog endpoint={endpoint} />}
      <IconButton
        label={text('endpoint.show-deliveries', { name })}
        tag={Link}
        to={`/${ROOT}/deliveries?endpoint=${encodeURIComponent(id)}`}
        variant="ghost"
      >
        <BulletList />
      </IconButton>
      <IconButton
        label={text(canManage ? 'endpoint.edit' : 'endpoint.show', { name })}
        tag={Link}
        to={`/${ROOT}/endpoints/${id}`}
        variant="ghost"
      >
        {canManage ? <Pencil /> : <Eye />}
      </IconButton>
    </Flex>
  );
}
