import { Button, Flex, Typography } from '@strapi/design-system';
import { Eye, EyeStriked } from '@strapi/icons';
import { useState } from 'react';

import type { Endpoint } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { Card } from '../../../../../../admin/parts/card';
import { ExactMoment } from '../moment';
import { Notice } from '../notice';
import { RotateSecret } from './rotate-secret';
import { StoredSecret } from './stored-secret';

/** The secret of an endpoint, hidden until it is asked for, and its rotation. */
export function SecretCard({ endpoint }: { endpoint: Endpoint }) {
  const text = useText();
  const [isShown, setIsShown] = useState(false);
  const { id, previousSecretExpiresAt } = endpoint;
  return (
    <Card title={text('secret.title')}>
      <Flex alignItems="stretch" direction="column" gap={4}>
        <Typography tag="p" textColor="neutral600">
          {text('secret.use')}
        </Typography>
        {previousSecretExpiresAt && (
          <Notice variant="neutral">
            {text('secret.previous-until')} <ExactMoment at={previousSecretExpiresAt} />.
          </Notice>
        )}
        {isShown && <StoredSecret endpointId={id} />}
        <Flex gap={2} wrap="wrap">
          <Button
            aria-expanded={isShown}
            onClick={() => setIsShown(!isShown)}
            startIcon={isShown ? <EyeStriked /> : <Eye />}
            type="button"
            variant="tertiary"
          >
            {text(isShown ? 'secret.hide' : 'secret.show')}
          </Button>
          <RotateSecret endpoint={endpoint} />
        </Flex>
      </Flex>
    </Card>
  );
}
