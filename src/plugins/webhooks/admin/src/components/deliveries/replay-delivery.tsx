import { Button, IconButton } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';

import type { Delivery } from '../../../../server/src/admin-api';
import { useReplayWebhookDeliveryMutation } from '../../api/deliveries-api';
import { useAllowedActions } from '../../hooks/use-allowed-actions';
import { useReport } from '../../../../../../admin/parts/use-report';
import { useText } from '../../hooks/use-text';

interface ReplayDeliveryProps {
  delivery: Delivery;
  /** As a picture, in a table. */
  isIcon?: boolean;
}

/**
 * Sends one delivery again; nothing for those who may not. The button stays enabled meanwhile: one
 * that is disabled loses the keyboard.
 */
export function ReplayDelivery({ delivery, isIcon = false }: ReplayDeliveryProps) {
  const text = useText();
  const report = useReport();
  const { canReplay } = useAllowedActions();
  const [replay, { isLoading }] = useReplayWebhookDeliveryMutation();
  if (!canReplay) return null;

  const handleClick = async () => {
    if (isLoading) return;
    const answer = await replay(delivery.id);
    if ('error' in answer) report.failure(answer.error);
    else
      report.success(
        text(`delivery.replayed.${answer.data.state === 'parked' ? 'parked' : 'waiting'}`),
      );
  };
  if (isIcon) {
    return (
      <IconButton
        label={text('delivery.replay')}
        onClick={() => void handleClick()}
        variant="ghost"
      >
        <ArrowClockwise />
      </IconButton>
    );
  }
  return (
    <Button onClick={() => void handleClick()} startIcon={<ArrowClockwise />} type="button">
      {text('delivery.replay')}
    </Button>
  );
}
