import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useText } from '../../hooks/use-text';

/** The share of failed attempts from which on it is shown as an alarm. */
const ALARMING = 0.1;

interface FailureRateProps {
  /** From 0 to 1; null where there were no attempts. */
  rate: number | null;
  /** Whether its label says that it is about the last 24 hours. */
  isOfDay?: boolean;
}

/** How many of the attempts of the last 24 hours failed. */
export function FailureRate({ rate, isOfDay = false }: FailureRateProps) {
  const text = useText();
  const intl = useIntl();
  if (rate === null) {
    return (
      <Typography textColor="neutral600" variant={isOfDay ? 'omega' : 'pi'}>
        {text(isOfDay ? 'health.no-attempts-of-day' : 'health.no-attempts')}
      </Typography>
    );
  }
  const share = intl.formatNumber(rate, {
    style: 'percent',
    maximumFractionDigits: rate < 0.01 ? 1 : 0,
  });
  return (
    <Typography
      textColor={rate >= ALARMING ? 'danger600' : 'neutral600'}
      variant={isOfDay ? 'omega' : 'pi'}
    >
      {text(isOfDay ? 'health.failure-rate-of-day' : 'health.failure-rate', { share })}
    </Typography>
  );
}
