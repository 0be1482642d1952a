import type { Endpoint } from '../../../../server/src/admin-api';
import { useText } from '../../hooks/use-text';
import { ExactMoment } from '../moment';
import { Notice } from '../notice';

/** Why an endpoint is disabled, since when, and what to do; nothing where it is enabled. */
export function DisabledNotice({ endpoint }: { endpoint: Endpoint }) {
  const text = useText();
  const { enabled, disabledReason, disabledAt } = endpoint;
  if (enabled) return null;
  const reason = disabledReason ?? 'manual';
  return (
    <Notice variant={reason === 'manual' ? 'neutral' : 'danger'}>
      {disabledAt && (
        <p>
          {text('endpoint.disabled-since')} <ExactMoment at={disabledAt} />.
        </p>
      )}
      <p>{text(`endpoint.disabled-because.${reason}`)}</p>
      <p>{text('endpoint.disabled-means')}</p>
    </Notice>
  );
}
