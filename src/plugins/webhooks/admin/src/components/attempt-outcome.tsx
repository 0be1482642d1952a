import { Flex, Status, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Attempt } from '../../../server/src/admin-api';
import { useText } from '../hooks/use-text';
import { CodeBlock } from './code-block';
import { ExactMoment } from './moment';

type Outcome = Omit<Attempt, 'number'>;

/** How one try to deliver went: status, time, duration, what went wrong, what was answered. */
export function AttemptOutcome({ attempt }: { attempt: Outcome }) {
  const text = useText();
  const intl = useIntl();
  const { status, error, answer, durationMs, at } = attempt;
  const duration = intl.formatNumber(durationMs, {
    style: 'unit',
    unit: 'millisecond',
    maximumFractionDigits: 0,
  });
  return (
    <Flex alignItems="stretch" direction="column" gap={2}>
      <Flex gap={3} wrap="wrap">
        <Status size="S" variant={error === null ? 'success' : 'danger'}>
          <Typography fontWeight="bold" tag="span" variant="pi">
            {text(error === null ? 'attempt.succeeded' : 'attempt.failed')}
          </Typography>
        </Status>
        <Typography fontWeight="bold" textColor="neutral800">
          {status === null ? text('attempt.no-answer') : text('attempt.status', { status })}
        </Typography>
        <Typography textColor="neutral600">{duration}</Typography>
        <Typography textColor="neutral600">
          <ExactMoment at={at} />
        </Typography>
      </Flex>
      {error !== null && (
        <Typography style={{ overflowWrap: 'anywhere' }} tag="p" textColor="danger600">
          {error}
        </Typography>
      )}
      {answer !== null && answer !== '' && (
        <CodeBlock label={text('attempt.answer')}>{answer}</CodeBlock>
      )}
    </Flex>
  );
}
