import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';

import { useListWebhookEndpointsQuery } from '../api/endpoints-api';
import { EndpointsTable } from '../components/endpoints/endpoints-table';
import { NoEndpoints } from '../components/endpoints/no-endpoints';
import { RequestFailed } from '../components/request-failed';
import { SectionLinks } from '../components/section-links';
import { useAllowedActions } from '../hooks/use-allowed-actions';
import { useText } from '../hooks/use-text';

/** The first page: every endpoint, and how deliveries to it go. */
export function EndpointsPage() {
  const text = useText();
  const { canManage } = useAllowedActions();
  const endpoints = useListWebhookEndpointsQuery(undefined, { refetchOnMountOrArgChange: true });

  if (endpoints.isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (endpoints.error) {
    return <RequestFailed error={endpoints.error} onRetry={() => void endpoints.refetch()} />;
  }
  const found = endpoints.data ?? [];
  const create = canManage && (
    <LinkButton startIcon={<Plus />} tag={Link} to="endpoints/create">
      {text('endpoints.create')}
    </LinkButton>
  );
  return (
    <Page.Main>
      <Page.Title>{text('title')}</Page.Title>
      <Layouts.Header
        primaryAction={found.length > 0 && create}
        subtitle={text('subtitle')}
        title={text('title')}
      />
      <Layouts.Content>
        <SectionLinks />
        {found.length > 0 ? <EndpointsTable endpoints={found} /> : <NoEndpoints action={create} />}
      </Layouts.Content>
    </Page.Main>
  );
}
