import { Button, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';

import type { Endpoint } from '../../../../server/src/admin-api';
import { useDeleteWebhookEndpointMutation } from '../../api/endpoints-api';
import { useReport } from '../../../../../../admin/parts/use-report';
import { useText } from '../../hooks/use-text';
import { ROOT } from '../../plugin-id';
import { ConfirmedAction } from '../confirmed-action';

/** Deletes an endpoint, after a word about what is lost. */
export function DeleteEndpoint({ endpoint }: { endpoint: Endpoint }) {
  const text = useText();
  const report = useReport();
  const navigate = useNavigate();
  const [remove, { isLoading }] = useDeleteWebhookEndpointMutation();
  const { id, name, health } = endpoint;
  const unsent = health.waiting + health.parked + health.dead;

  const handleConfirm = async () => {
    const answer = await remove(id);
    if ('error' in answer) {
      report.failure(answer.error);
      return;
    }
    report.success(text('delete.done', { name }));
    navigate(`/${ROOT}`, { replace: true });
  };
  return (
    <ConfirmedAction
      confirmLabel={text('delete.confirm')}
      onConfirm={() => void handleConfirm()}
      title={text('delete.title', { name })}
      trigger={
        <Button loading={isLoading} startIcon={<Trash />} type="button" variant="danger-light">
          {text('delete')}
        </Button>
      }
      variant="danger"
    >
      <Typography tag="p">{text('delete.loses')}</Typography>
      {unsent > 0 && (
        <Typography fontWeight="bold" tag="p" textColor="danger600">
          {text('delete.unsent', { count: unsent })}
        </Typography>
      )}
      <Typography tag="p">{text('delete.rather')}</Typography>
    </ConfirmedAction>
  );
}
