import { Flex, Switch, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Endpoint } from '../../../../server/src/admin-api';
import { useChangeWebhookEndpointMutation } from '../../api/endpoints-api';
import { useAllowedActions } from '../../hooks/use-allowed-actions';
import { useReport } from '../../../../../../admin/parts/use-report';
import { useText } from '../../hooks/use-text';
import { Moment } from '../moment';
import { EndpointBadge } from './endpoint-badge';

/** A table's cell keeps its text on one line; a reason takes more. */
const Reason = styled(Typography)`
  white-space: normal;
`;

/** Whether an endpoint is enabled, as a switch for those who may change it, and why it is not. */
export function EndpointState({ endpoint }: { endpoint: Endpoint }) {
  const text = useText();
  const report = useReport();
  const { canManage } = useAllowedActions();
  const [change, { isLoading }] = useChangeWebhookEndpointMutation();
  const { id, name, enabled, disabledReason, pausedUntil, health } = endpoint;

  const handleChange = async (isEnabled: boolean) => {
    if (isLoading) return;
    const answer = await change({ id, change: { enabled: isEnabled } });
    if ('error' in answer) {
      report.failure(answer.error);
      return;
    }
    const message = isEnabled ? 'endpoint.enabled-now' : 'endpoint.disabled-now';
    report.success(text(message, { name, parked: health.parked }));
  };
  return (
    <Flex alignItems="flex-start" direction="column" gap={1} maxWidth="20rem" minWidth="15rem">
      {canManage ? (
        <Switch
          aria-label={text('endpoint.switch', { name })}
          checked={enabled}
          offLabel={text('endpoint.disabled')}
          onCheckedChange={(isEnabled) => void handleChange(isEnabled)}
          onLabel={text('endpoint.enabled')}
          visibleLabels
        />
      ) : (
        <EndpointBadge endpoint={endpoint} />
      )}
      {disabledReason && disabledReason !== 'manual' && (
        <Reason tag="p" textColor="danger600" variant="pi">
          {text(`endpoint.disabled-because.${disabledReason}`)}
        </Reason>
      )}
      {pausedUntil && (
        <Reason tag="p" textColor="neutral600" variant="pi">
          {text('endpoint.paused')} <Moment at={pausedUntil} />
        </Reason>
      )}
    </Flex>
  );
}
