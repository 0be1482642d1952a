import { Button, useNotifyAT } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Layouts, Page, Pagination } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';

import type { DeliveriesQuery } from '../../../server/src/admin-api';
import { useListWebhookDeliveriesQuery } from '../api/deliveries-api';
import { DeliveriesFilters } from '../components/deliveries/deliveries-filters';
import { DeliveriesTable } from '../components/deliveries/deliveries-table';
import { NoDeliveries } from '../components/deliveries/no-deliveries';
import { RequestFailed } from '../components/request-failed';
import { SectionLinks } from '../components/section-links';
import { isFiltered, PAGE_SIZE, readQuery } from '../deliveries-query';
import { useText } from '../hooks/use-text';
import { pollingInterval } from '../polling';

function whyNone(query: DeliveriesQuery, total: number) {
  if (total > 0) return 'none-on-page';
  return isFiltered(query) ? 'none-found' : 'none';
}

/** Every delivery, newest first; the address holds the filters, so that it can be shared. */
export function DeliveriesPage() {
  const text = useText();
  const { notifyStatus } = useNotifyAT();
  const [search] = useSearchParams();
  const query = readQuery(search);
  const [interval, setPollingInterval] = useState(0);
  const deliveries = useListWebhookDeliveriesQuery(query, {
    refetchOnMountOrArgChange: true,
    pollingInterval: interval,
  });

  if (deliveries.isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (!deliveries.data) {
    const refetch = () => void deliveries.refetch();
    return <RequestFailed error={deliveries.error ?? {}} onRetry={refetch} />;
  }
  const refresh = async () => {
    await deliveries.refetch();
    notifyStatus(text('deliveries.refreshed'));
  };
  const { data: found, meta } = deliveries.data;
  const expected = pollingInterval(found, Date.now());
  if (expected !== interval) setPollingInterval(expected);
  return (
    <Page.Main aria-busy={deliveries.isFetching}>
      <Page.Title>{text('deliveries.title')}</Page.Title>
      <Layouts.Header
        primaryAction={
          <Button
            onClick={() => void refresh()}
            startIcon={<ArrowClockwise />}
            type="button"
            variant="secondary"
          >
            {text('deliveries.refresh')}
          </Button>
        }
        subtitle={text('subtitle')}
        title={text('title')}
      />
      <Layouts.Content>
        <SectionLinks />
        <DeliveriesFilters query={query} />
        {found.length > 0 ? (
          <DeliveriesTable deliveries={found} />
        ) : (
          <NoDeliveries why={whyNone(query, meta.pagination.total)} />
        )}
        <Pagination.Root {...meta.pagination} defaultPageSize={PAGE_SIZE}>
          <Pagination.PageSize options={['10', '25', '50', '100']} />
          <Pagination.Links />
        </Pagination.Root>
      </Layouts.Content>
    </Page.Main>
  );
}
