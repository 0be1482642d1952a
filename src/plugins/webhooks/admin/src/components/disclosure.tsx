import { Box } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

interface DisclosureProps {
  summary: string;
  children: ReactNode;
}

const Summary = styled.summary`
  color: ${({ theme }) => theme.colors.primary600};
  cursor: pointer;
  font-size: 1.4rem;
  width: fit-content;
`;

/** What is shown only to those who ask for it. */
export function Disclosure({ summary, children }: DisclosureProps) {
  return (
    <details>
      <Summary>{summary}</Summary>
      <Box paddingTop={3}>{children}</Box>
    </details>
  );
}
