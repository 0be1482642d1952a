import { Flex } from '@strapi/design-system';

import { useText } from '../../hooks/use-text';
import { CodeBlock } from '../code-block';
import { CopyButton } from '../copy-button';

/** A secret, and a button that copies it. */
export function SecretValue({ secret }: { secret: string }) {
  const text = useText();
  return (
    <Flex alignItems="flex-start" direction="column" gap={2}>
      <CodeBlock label={text('secret.title')}>{secret}</CodeBlock>
      <CopyButton label={text('secret.copy')} value={secret} />
    </Flex>
  );
}
