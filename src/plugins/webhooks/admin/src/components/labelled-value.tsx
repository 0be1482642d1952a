import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface LabelledValueProps {
  label: string;
  children: ReactNode;
}

/** A fact in a list of facts, which is a `<dl>`. */
export function LabelledValue({ label, children }: LabelledValueProps) {
  return (
    <Flex alignItems="flex-start" direction="column" gap={1}>
      <Typography tag="dt" textColor="neutral600" variant="pi">
        {label}
      </Typography>
      <Typography tag="dd" style={{ margin: 0, overflowWrap: 'anywhere' }} textColor="neutral800">
        {children}
      </Typography>
    </Flex>
  );
}
