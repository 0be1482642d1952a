import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

/** A list of facts: two in a row where there is room. */
export const FactList = styled.dl`
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};
  grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
  margin: 0;
`;

interface FactProps {
  label: string;
  children: ReactNode;
}

/** A fact of a list of facts. */
export function Fact({ label, children }: FactProps) {
  return (
    <div>
      <Typography tag="dt" textColor="neutral600" variant="pi">
        {label}
      </Typography>
      <Typography tag="dd" style={{ margin: 0, overflowWrap: 'anywhere' }} textColor="neutral800">
        {children}
      </Typography>
    </div>
  );
}
