import { Status, Typography } from '@strapi/design-system';

import type { Endpoint } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';

/** Whether an endpoint is enabled, in a word. */
export function EndpointBadge({ endpoint: { enabled } }: { endpoint: Endpoint }) {
  const text = useText();
  return (
    <Status size="S" variant={enabled ? 'success' : 'neutral'}>
      <Typography fontWeight="bold" tag="span" variant="pi">
        {text(enabled ? 'endpoint.enabled' : 'endpoint.disabled')}
      </Typography>
    </Status>
  );
}
