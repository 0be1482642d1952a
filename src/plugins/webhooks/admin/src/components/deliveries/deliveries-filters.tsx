import { Box, Button, Grid } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useSearchParams } from 'react-router-dom';

import type { DeliveriesQuery } from '../../../../server/src/admin-api';
import { useListWebhookEndpointsQuery } from '../../api/endpoints-api';
import { changeFilter, isFiltered, NO_FILTER, type DeliveriesFilter } from '../../deliveries-query';
import { DELIVERY_STATES } from '../../delivery-states';
import { EVENT_TYPES } from '../../event-types';
import { useText } from '../../hooks/use-text';
import { MomentField } from '../moment-field';
import { FilterSelect } from './filter-select';

/** A third of the width; on a telephone all of it. */
const CELL = { alignItems: 'stretch', col: 4, direction: 'column', s: 4, xs: 12 } as const;

function ClearFilters({ onClick }: { onClick: () => void }) {
  const text = useText();
  return (
    <Button onClick={onClick} startIcon={<Cross />} type="button" variant="tertiary">
      {text('filter.clear')}
    </Button>
  );
}

/** What the list shows; each choice changes the address at once. */
export function DeliveriesFilters({ query }: { query: DeliveriesQuery }) {
  const text = useText();
  const [, setSearch] = useSearchParams();
  const { data: endpoints = [] } = useListWebhookEndpointsQuery(undefined);
  const change = (filter: DeliveriesFilter) => setSearch((search) => changeFilter(search, filter));
  const states = DELIVERY_STATES.map((state) => ({ value: state, label: text(`state.${state}`) }));
  const types = EVENT_TYPES.map((type) => ({ value: type, label: text(`event.${type}`) }));
  return (
    <Box background="neutral0" hasRadius marginBottom={4} padding={4} shadow="tableShadow">
      <Grid.Root aria-label={text('filters')} gap={4} role="search">
        <Grid.Item {...CELL}>
          <FilterSelect
            label={text('filter.endpoint')}
            onChange={(endpoint) => change({ endpoint })}
            options={endpoints.map(({ id, name }) => ({ value: id, label: name }))}
            value={query.endpoint}
          />
        </Grid.Item>
        <Grid.Item {...CELL}>
          <FilterSelect
            label={text('filter.state')}
            onChange={(state) => change({ state })}
            options={states}
            value={query.state}
          />
        </Grid.Item>
        <Grid.Item {...CELL}>
          <FilterSelect
            label={text('filter.type')}
            onChange={(type) => change({ type })}
            options={types}
            value={query.type}
          />
        </Grid.Item>
        <Grid.Item {...CELL} s={6}>
          <MomentField
            label={text('filter.from')}
            name="from"
            onChange={(from) => change({ from })}
            value={query.from}
          />
        </Grid.Item>
        <Grid.Item {...CELL} s={6}>
          <MomentField
            label={text('filter.to')}
            name="to"
            onChange={(to) => change({ to })}
            value={query.to}
          />
        </Grid.Item>
        {isFiltered(query) && (
          <Grid.Item alignItems="end" col={4} s={12} xs={12}>
            <ClearFilters onClick={() => change(NO_FILTER)} />
          </Grid.Item>
        )}
      </Grid.Root>
    </Box>
  );
}
