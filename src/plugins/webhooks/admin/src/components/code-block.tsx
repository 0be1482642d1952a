import { styled } from 'styled-components';

interface CodeBlockProps {
  /** What it shows, for those who hear the page. */
  label: string;
  children: string;
}

const Block = styled.pre`
  background: ${({ theme }) => theme.colors.neutral100};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family:
    'SF Mono', SFMono-Regular, ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace;
  font-size: 1.2rem;
  line-height: 1.5;
  max-height: 40rem;
  overflow: auto;
  overflow-wrap: anywhere;
  padding: ${({ theme }) => theme.spaces[3]};
  white-space: pre-wrap;
  width: 100%;
`;

/** Text as a machine wrote it. It scrolls, so the keyboard can reach it. */
export function CodeBlock({ label, children }: CodeBlockProps) {
  return (
    <Block aria-label={label} role="group" tabIndex={0}>
      {children}
    </Block>
  );
}
