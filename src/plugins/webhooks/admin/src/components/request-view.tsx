import { Flex, Typography } from '@strapi/design-system';

import type { DeliveryRequest } from '../../../server/src/admin-api';
import { useText } from '../hooks/use-text';
import { BodyView } from './body-view';
import { CodeBlock } from './code-block';

interface RequestViewProps {
  request: DeliveryRequest;
}

/** What is sent: where to, the headers, the body. */
export function RequestView({ request: { method, url, headers, body } }: RequestViewProps) {
  const text = useText();
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <Flex alignItems="stretch" direction="column" gap={4}>
      <Typography style={{ overflowWrap: 'anywhere' }} tag="p" textColor="neutral800">
        <Typography fontWeight="bold" tag="span">
          {method}
        </Typography>{' '}
        {url}
      </Typography>
      <Flex alignItems="stretch" direction="column" gap={2}>
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {text('request.headers')}
        </Typography>
        <CodeBlock label={text('request.headers')}>{lines.join('\n')}</CodeBlock>
      </Flex>
      <BodyView body={body} />
    </Flex>
  );
}
