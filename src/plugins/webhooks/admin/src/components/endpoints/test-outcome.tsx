import { Flex } from '@strapi/design-system';

import type { TestResult } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { AttemptOutcome } from '../attempt-outcome';
import { Disclosure } from '../disclosure';
import { RequestView } from '../request-view';

/** What a test event's receiver answered, and what it was sent. */
export function TestOutcome({ outcome }: { outcome: TestResult }) {
  const text = useText();
  return (
    <Flex alignItems="stretch" direction="column" gap={4}>
      <AttemptOutcome attempt={outcome} />
      <Disclosure summary={text('request.what-was-sent')}>
        <RequestView request={outcome.request} />
      </Disclosure>
    </Flex>
  );
}
