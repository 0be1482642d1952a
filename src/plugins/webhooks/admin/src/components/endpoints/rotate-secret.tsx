import { Button, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import { useRef, useState } from 'react';

import type { Endpoint, EndpointWithSecret } from '../../../../server/src/admin-api';
import { useRotateWebhookSecretMutation } from '../../api/endpoints-api';
import { useReport } from '../../../../../../admin/parts/use-report';
import { useText } from '../../hooks/use-text';
import { ConfirmedAction } from '../confirmed-action';
import { SecretDialog } from './secret-dialog';

/** Gives an endpoint a new secret, after a word about what becomes of the present one. */
export function RotateSecret({ endpoint }: { endpoint: Endpoint }) {
  const text = useText();
  const report = useReport();
  const [rotate, { isLoading }] = useRotateWebhookSecretMutation();
  const trigger = useRef<HTMLButtonElement>(null);
  const [rotated, setRotated] = useState<EndpointWithSecret>();

  const handleConfirm = async () => {
    const answer = await rotate(endpoint.id);
    if ('error' in answer) report.failure(answer.error);
    else setRotated(answer.data);
  };
  return (
    <>
      <ConfirmedAction
        confirmLabel={text('rotate.confirm')}
        onConfirm={() => void handleConfirm()}
        title={text('rotate.title')}
        trigger={
          <Button
            loading={isLoading}
            ref={trigger}
            startIcon={<ArrowsCounterClockwise />}
            type="button"
            variant="tertiary"
          >
            {text('rotate')}
          </Button>
        }
      >
        <Typography tag="p">{text('rotate.overlap')}</Typography>
        <Typography tag="p">{text('rotate.then')}</Typography>
        {endpoint.previousSecretExpiresAt && (
          <Typography tag="p" textColor="danger600">
            {text('rotate.again')}
          </Typography>
        )}
      </ConfirmedAction>
      {rotated && (
        <SecretDialog
          onClose={() => setRotated(undefined)}
          returnFocus={() => trigger.current?.focus()}
          previousSecretExpiresAt={rotated.previousSecretExpiresAt}
          secret={rotated.secret}
          title={text('secret.rotated')}
        />
      )}
    </>
  );
}
