import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { formatBody } from '../format-body';
import { useText } from '../hooks/use-text';
import { CodeBlock } from './code-block';
import { CopyButton } from './copy-button';

/** A request's body, for reading or as the exact bytes that are signed; these are what is copied. */
export function BodyView({ body }: { body: string }) {
  const text = useText();
  const [isExact, setIsExact] = useState(false);
  return (
    <Flex alignItems="stretch" direction="column" gap={2}>
      <Flex gap={2} justifyContent="space-between" wrap="wrap">
        <Typography fontWeight="bold" tag="h3" variant="omega">
          {text('request.body')}
        </Typography>
        <Flex gap={2} wrap="wrap">
          <Button
            aria-pressed={isExact}
            onClick={() => setIsExact(!isExact)}
            size="S"
            type="button"
            variant={isExact ? 'secondary' : 'tertiary'}
          >
            {text('request.exact-bytes')}
          </Button>
          <CopyButton label={text('request.copy-body')} value={body} />
        </Flex>
      </Flex>
      <CodeBlock label={text('request.body')}>{isExact ? body : formatBody(body)}</CodeBlock>
    </Flex>
  );
}
