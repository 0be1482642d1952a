import { Loader, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';

import { useReadWebhookSecretQuery } from '../../api/endpoints-api';
import { useText } from '../../hooks/use-text';
import { SecretValue } from './secret-value';

/** Fetches the secret of an endpoint and shows it. */
export function StoredSecret({ endpointId }: { endpointId: string }) {
  const text = useText();
  const { _unstableFormatAPIError: describe } = useAPIErrorHandler();
  const { data, error } = useReadWebhookSecretQuery(endpointId);
  if (error) {
    return (
      <Typography role="alert" tag="p" textColor="danger600">
        {text('load.failed', { reason: describe(error) })}
      </Typography>
    );
  }
  if (!data) return <Loader small>{text('loading')}</Loader>;
  return <SecretValue secret={data.secret} />;
}
