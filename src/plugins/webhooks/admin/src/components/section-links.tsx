import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';

import { useText } from '../hooks/use-text';
import { ROOT } from '../plugin-id';

const Links = styled.nav`
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  display: flex;
  gap: ${({ theme }) => theme.spaces[6]};
  margin-bottom: ${({ theme }) => theme.spaces[6]};
`;

const SectionLink = styled(NavLink)`
  border-bottom: 2px solid transparent;
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.4rem;
  font-weight: 600;
  margin-bottom: -1px;
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[1]}`};
  text-decoration: none;

  &:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }

  &.active {
    border-color: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** The two parts of the page: endpoints, and what was delivered to them. */
export function SectionLinks() {
  const text = useText();
  return (
    <Links aria-label={text('sections')}>
      <SectionLink end to={`/${ROOT}`}>
        {text('endpoints.title')}
      </SectionLink>
      <SectionLink end to={`/${ROOT}/deliveries`}>
        {text('deliveries.title')}
      </SectionLink>
    </Links>
  );
}
