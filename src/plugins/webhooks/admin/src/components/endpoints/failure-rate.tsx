import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useText } from '../../hooks/use-text';

/** The share of failed attempts of the last 24 hours from which on it is shown as an alarm. */
const ALARMING = 0.1;

/** How many of the attempts of the last 24 hours failed; null where there were none. */
export function FailureRate({ rate }: { rate: number | null }) {
  const text = useText();
  const intl = useIntl();
  if (rate === null) {
    return (
      <Typography textColor="neutral600" variant="pi">
        {text('health.no-attempts')}
      </Typography>
    );
  }
  const share = intl.formatNumber(rate, {
    style: 'percent',
    maximumFractionDigits: rate < 0.01 ? 1 : 0,
  });
  return (
    <Typography textColor={rate >= ALARMING ? 'danger600' : 'neutral600'} variant="pi">
      {text('health.failure-rate', { share })}
    </Typography>
  );
}
