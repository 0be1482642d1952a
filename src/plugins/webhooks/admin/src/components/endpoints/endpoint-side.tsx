import type { Endpoint } from '../../../../server/src/admin-api';
import { useAllowedActions } from '../../hooks/use-allowed-actions';
import { useText } from '../../hooks/use-text';
import { Card } from '../../../../../../admin/parts/card';
import { HealthCard } from './health-card';
import { ReplayCard } from './replay-card';
import { SecretCard } from './secret-card';
import { TestEvent } from './test-event';

/** What stands beside the fields of an endpoint: what the person may see and do. */
export function EndpointSide({ endpoint }: { endpoint: Endpoint }) {
  const text = useText();
  const { canManage, canReplay } = useAllowedActions();
  return (
    <>
      <HealthCard endpoint={endpoint} />
      {canManage && (
        <Card title={text('test.title')}>
          <TestEvent endpointId={endpoint.id} />
        </Card>
      )}
      {canReplay && <ReplayCard endpoint={endpoint} />}
      {canManage && <SecretCard endpoint={endpoint} />}
    </>
  );
}
