import { Box, Typography } from '@strapi/design-system';

import type { Delivery } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { Moment } from '../moment';

/** What came back last: the status, or what went wrong, and when. */
export function LastAnswer({ delivery }: { delivery: Delivery }) {
  const text = useText();
  const { lastStatus, lastError, lastAttemptAt } = delivery;
  if (lastAttemptAt === null) {
    return <Typography textColor="neutral600">{text('delivery.not-attempted')}</Typography>;
  }
  const answer = lastStatus === null ? text('attempt.no-answer') : String(lastStatus);
  return (
    <Box maxWidth="24rem">
      <Typography textColor={lastError === null ? 'neutral800' : 'danger600'}>{answer}</Typography>
      {lastError !== null && (
        <Typography ellipsis tag="p" textColor="neutral600" title={lastError} variant="pi">
          {lastError}
        </Typography>
      )}
      <Typography tag="p" textColor="neutral600" variant="pi">
        <Moment at={lastAttemptAt} />
      </Typography>
    </Box>
  );
}
