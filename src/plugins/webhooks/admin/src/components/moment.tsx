import { useIntl } from 'react-intl';

import { toRelativeTime } from '../relative-time';

interface MomentProps {
  /** ISO 8601. */
  at: string;
}

/** How long ago a moment was, or how soon it is; pointed at, the exact time in the user's zone. */
export function Moment({ at }: MomentProps) {
  const intl = useIntl();
  const { value, unit } = toRelativeTime(new Date(at), new Date());
  const exact = intl.formatDate(at, { dateStyle: 'long', timeStyle: 'long' });
  return (
    <time dateTime={at} title={exact}>
      {intl.formatRelativeTime(value, unit, { numeric: 'auto' })}
    </time>
  );
}

/** The exact time of a moment in the user's zone. */
export function ExactMoment({ at }: MomentProps) {
  const intl = useIntl();
  return (
    <time dateTime={at}>{intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' })}</time>
  );
}
