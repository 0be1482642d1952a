import { Button } from '@strapi/design-system';
import { Page, useAPIErrorHandler } from '@strapi/strapi/admin';

import type { RequestError } from '../../../../../admin/parts/use-report';
import { useText } from '../hooks/use-text';

interface RequestFailedProps {
  error: RequestError;
  onRetry: () => void;
}

/** Instead of a page that could not be loaded: why, and a button that tries again. */
export function RequestFailed({ error, onRetry }: RequestFailedProps) {
  const text = useText();
  const { _unstableFormatAPIError: describe } = useAPIErrorHandler();
  return (
    <Page.Error
      action={
        <Button onClick={onRetry} type="button" variant="secondary">
          {text('try-again')}
        </Button>
      }
      content={text('load.failed', { reason: describe(error) })}
    />
  );
}
