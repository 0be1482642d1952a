import { Box, Flex, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';

interface CardProps {
  title: string;
  /** What stands beside the title, such as a button. */
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a page, with a heading. */
export function Card({ title, action, children }: CardProps) {
  const titleId = useId();
  return (
    <Box
      tag="section"
      aria-labelledby={titleId}
      background="neutral0"
      borderColor="neutral150"
      hasRadius
      padding={6}
      shadow="tableShadow"
      width="100%"
    >
      <Flex alignItems="center" gap={4} justifyContent="space-between" paddingBottom={4}>
        <Typography fontWeight="bold" id={titleId} tag="h2" variant="delta">
          {title}
        </Typography>
        {action}
      </Flex>
      {children}
    </Box>
  );
}
