import { Box, Flex, Typography } from '@strapi/design-system';
import { EmptyData } from '@strapi/icons/symbols';
import type { ReactNode } from 'react';

import { useText } from '../../hooks/use-text';

/** Instead of an empty table: what webhooks are for, and how to begin. */
export function NoEndpoints({ action }: { action: ReactNode }) {
  const text = useText();
  return (
    <Box background="neutral0" hasRadius padding={11} shadow="tableShadow">
      <Flex alignItems="center" direction="column" gap={4}>
        <EmptyData aria-hidden height="8.8rem" width="16rem" />
        <Typography tag="h2" variant="beta">
          {text('endpoints.none.title')}
        </Typography>
        <Box maxWidth="64rem">
          <Typography tag="p" textAlign="center" textColor="neutral600">
            {text('endpoints.none.explanation')}
          </Typography>
        </Box>
        <Box maxWidth="64rem">
          <Typography tag="p" textAlign="center" textColor="neutral600">
            {text('endpoints.none.promise')}
          </Typography>
        </Box>
        {action}
      </Flex>
    </Box>
  );
}
