import { Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';

import {
  useChangeWebhookEndpointMutation,
  useReadWebhookEndpointQuery,
} from '../api/endpoints-api';
import { DeleteEndpoint } from '../components/endpoints/delete-endpoint';
import { EndpointForm } from '../components/endpoints/endpoint-form';
import { EndpointSide } from '../components/endpoints/endpoint-side';
import { RequestFailed } from '../components/request-failed';
import { toChange, toValues, type EndpointValues } from '../endpoint-values';
import { useAllowedActions } from '../hooks/use-allowed-actions';
import { useReport } from '../../../../../admin/parts/use-report';
import { useText } from '../hooks/use-text';

/** One endpoint: its fields, its health, its secret, its test, and what was missed. */
export function EndpointPage() {
  const { id = '' } = useParams();
  const text = useText();
  const report = useReport();
  const { canManage } = useAllowedActions();
  const [change] = useChangeWebhookEndpointMutation();
  const {
    data: endpoint,
    error,
    isLoading,
    refetch,
  } = useReadWebhookEndpointQuery(id, {
    refetchOnMountOrArgChange: true,
  });

  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (!endpoint) return <RequestFailed error={error ?? {}} onRetry={() => void refetch()} />;

  const save = async (values: EndpointValues) => {
    const answer = await change({ id, change: toChange(toValues(endpoint), values) });
    if ('error' in answer) return answer.error;
    report.success(text('form.saved'));
    return undefined;
  };
  return (
    <Page.Main>
      <Page.Title>{endpoint.name}</Page.Title>
      <EndpointForm
        canSave={canManage}
        initialValues={toValues(endpoint)}
        method="PUT"
        save={save}
        secondaryAction={<DeleteEndpoint endpoint={endpoint} />}
        subtitle={endpoint.url}
        title={endpoint.name}
      >
        <EndpointSide endpoint={endpoint} />
      </EndpointForm>
    </Page.Main>
  );
}
