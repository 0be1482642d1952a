import type { DeliveriesQuery } from '../../server/src/admin-api';
import { DELIVERY_STATES } from './delivery-states';
import { EVENT_TYPES } from './event-types';

/** What the list can be filtered by. */
export type DeliveriesFilter = Pick<DeliveriesQuery, 'endpoint' | 'state' | 'type' | 'from' | 'to'>;

const FILTERS = ['endpoint', 'state', 'type', 'from', 'to'] as const;

/** Deliveries on a page unless the address says otherwise. */
export const PAGE_SIZE = 25;
/** The server's limits; what is beyond them cannot be meant. */
const MAX_PAGE = 100_000;
const MAX_PAGE_SIZE = 100;
const ENDPOINT_ID = /^\w{1,50}$/;
const MOMENT = /^\d{4}-/;

function toEndpoint(value: string | null): string | undefined {
  return value !== null && ENDPOINT_ID.test(value) ? value : undefined;
}

function toMoment(value: string | null): string | undefined {
  const time = Date.parse(value ?? '');
  const moment = Number.isNaN(time) ? '' : new Date(time).toISOString();
  return MOMENT.test(moment) ? moment : undefined;
}

function toCount(value: string | null, fallback: number, most: number): number {
  const count = Number(value ?? fallback);
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : fallback;
}

/** Reads which deliveries an address asks for. What it cannot mean is left out. */
export function readQuery(
  search: URLSearchParams,
): Required<Pick<DeliveriesQuery, 'page'>> & DeliveriesQuery {
  const query: DeliveriesQuery = {
    endpoint: toEndpoint(search.get('endpoint')),
    state: DELIVERY_STATES.find((state) => state === search.get('state')),
    type: EVENT_TYPES.find((type) => type === search.get('type')),
    from: toMoment(search.get('from')),
    to: toMoment(search.get('to')),
  };
  return {
    ...query,
    page: toCount(search.get('page'), 1, MAX_PAGE),
    pageSize: toCount(search.get('pageSize'), PAGE_SIZE, MAX_PAGE_SIZE),
  };
}

/** The address that asks for what another does, but for some filters, from the first page on. */
export function changeFilter(search: URLSearchParams, change: DeliveriesFilter): URLSearchParams {
  const changed = new URLSearchParams(search);
  changed.delete('page');
  for (const name of FILTERS.filter((filter) => filter in change)) {
    const value = change[name];
    if (value === undefined) changed.delete(name);
    else changed.set(name, value);
  }
  return changed;
}

/** Whether an address asks for less than everything. */
export function isFiltered(query: DeliveriesQuery): boolean {
  return FILTERS.some((name) => query[name] !== undefined);
}

/** Every filter, unset. */
export const NO_FILTER: DeliveriesFilter = Object.fromEntries(
  FILTERS.map((name) => [name, undefined]),
);
