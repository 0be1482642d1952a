import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { DeliveryDetail } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { AttemptOutcome } from '../attempt-outcome';
import { NextAttempt } from './next-attempt';

const Timeline = styled.ol`
  border-left: 2px solid ${({ theme }) => theme.colors.neutral200};
  list-style: none;
  margin: 0 0 0 ${({ theme }) => theme.spaces[2]};
  padding: 0;
`;

const Entry = styled.li<{ $color: 'success600' | 'danger600' | 'neutral500' }>`
  padding: 0 0 ${({ theme }) => theme.spaces[6]} ${({ theme }) => theme.spaces[5]};
  position: relative;

  &:last-child {
    padding-bottom: 0;
  }

  &::before {
    background: ${({ $color, theme }) => theme.colors[$color]};
    border: 2px solid ${({ theme }) => theme.colors.neutral0};
    border-radius: 50%;
    content: '';
    height: 1.4rem;
    left: -0.8rem;
    position: absolute;
    top: 0.3rem;
    width: 1.4rem;
  }
`;

/** Every attempt of a delivery, oldest first, and the one to come. */
export function AttemptTimeline({ delivery }: { delivery: DeliveryDetail }) {
  const text = useText();
  const { attempts, state, nextAttemptAt } = delivery;
  return (
    <Timeline aria-label={text('delivery.attempts')}>
      {attempts.map((attempt) => (
        <Entry $color={attempt.error === null ? 'success600' : 'danger600'} key={attempt.number}>
          <Flex alignItems="stretch" direction="column" gap={2}>
            <Typography fontWeight="bold" tag="h3" variant="omega">
              {text('attempt.number', { number: attempt.number })}
            </Typography>
            <AttemptOutcome attempt={attempt} />
          </Flex>
        </Entry>
      ))}
      {state !== 'delivered' && (
        <Entry $color="neutral500">
          <Typography textColor="neutral600">
            {nextAttemptAt ? <NextAttempt at={nextAttemptAt} /> : text(`delivery.then.${state}`)}
          </Typography>
        </Entry>
      )}
    </Timeline>
  );
}
