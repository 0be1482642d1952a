import { Box, Flex, Typography } from '@strapi/design-system';
import { Information, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

interface NoticeProps {
  variant: 'warning' | 'danger' | 'neutral';
  children: ReactNode;
}

/** Something to know about what stands beside it. */
export function Notice({ variant, children }: NoticeProps) {
  const Icon = variant === 'neutral' ? Information : WarningCircle;
  return (
    <Box
      background={`${variant}100`}
      borderColor={`${variant}200`}
      hasRadius
      padding={3}
      width="100%"
    >
      <Flex alignItems="flex-start" gap={2}>
        <Flex flex="0 0 auto" paddingTop={1}>
          <Icon aria-hidden fill={`${variant}600`} height="1.6rem" width="1.6rem" />
        </Flex>
        <Typography tag="div" textColor="neutral800">
          {children}
        </Typography>
      </Flex>
    </Box>
  );
}
