import fc from 'fast-check';

import { toFieldErrors } from '../../../src/plugins/webhooks/admin/src/api/field-errors';
import {
  changeFilter,
  isFiltered,
  NO_FILTER,
  readQuery,
} from '../../../src/plugins/webhooks/admin/src/deliveries-query';
import {
  NEW_ENDPOINT,
  toChange,
  toInput,
} from '../../../src/plugins/webhooks/admin/src/endpoint-values';
import { DELIVERY_STATES } from '../../../src/plugins/webhooks/admin/src/delivery-states';
import { EVENT_TYPES } from '../../../src/plugins/webhooks/admin/src/event-types';
import { formatBody } from '../../../src/plugins/webhooks/admin/src/format-body';
import { pollingInterval } from '../../../src/plugins/webhooks/admin/src/polling';
import { toRelativeTime } from '../../../src/plugins/webhooks/admin/src/relative-time';
import {
  DELIVERY_STATES as SERVER_STATES,
  EVENT_TYPES as SERVER_TYPES,
  type Delivery,
} from '../../../src/plugins/webhooks/server/src/admin-api';

const NOW = new Date('2026-03-10T12:00:00.000Z');

function secondsFromNow(seconds: number): Date {
  return new Date(NOW.getTime() + seconds * 1000);
}

describe('what the page offers', () => {
  it('is what the server knows', () => {
    expect(EVENT_TYPES).toEqual(SERVER_TYPES);
    expect(DELIVERY_STATES).toEqual(SERVER_STATES);
  });
});

describe('a relative time', () => {
  it.each([
    [0, 0, 'second'],
    [-59, -59, 'second'],
    [-60, -1, 'minute'],
    [3599, 59, 'minute'],
    [86_399, 23, 'hour'],
    [-86_400 * 3, -3, 'day'],
    [-86_400 * 45, -1, 'month'],
    [86_400 * 800, 2, 'year'],
  ])('of %d seconds is %d in the unit %s', (seconds, value, unit) => {
    expect(toRelativeTime(secondsFromNow(seconds), NOW)).toEqual({ value, unit });
  });

  it('never exaggerates, and never is zero of a unit above the second', () => {
    const seconds = { year: 31_556_952, month: 2_629_746, day: 86_400, hour: 3600, minute: 60 };
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (distance) => {
        const { value, unit } = toRelativeTime(secondsFromNow(distance), NOW);
        const length = unit === 'second' ? 1 : seconds[unit];
        expect(Math.abs(value * length)).toBeLessThanOrEqual(Math.abs(distance));
        expect(value !== 0 || unit === 'second').toBe(true);
      }),
    );
  });
});

describe('the address of the deliveries', () => {
  it('says all filters', () => {
    const search = new URLSearchParams(
      'endpoint=ep_1&state=dead&type=enquiry.created&from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00%2B01:00&page=3&pageSize=50',
    );
    expect(readQuery(search)).toEqual({
      endpoint: 'ep_1',
      state: 'dead',
      type: 'enquiry.created',
      from: '2026-03-01T00:00:00.000Z',
      to: '2026-03-01T23:00:00.000Z',
      page: 3,
      pageSize: 50,
    });
  });

  it('asks for nothing that the server refuses, whatever somebody typed', () => {
    const value = fc.oneof(fc.string(), fc.integer().map(String), fc.constantFrom('', '0', '1e9'));
    const names = fc.constantFrom('endpoint', 'state', 'type', 'from', 'to', 'page', 'pageSize');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, value)), (pairs) => {
        const query = readQuery(new URLSearchParams(pairs));
        const { endpoint = 'ep_1', state, type, from, page, pageSize = 0 } = query;
        expect(endpoint).toMatch(/^.{1,50}$/);
        expect([undefined, ...SERVER_STATES]).toContain(state);
        expect([undefined, ...SERVER_TYPES]).toContain(type);
        expect(from ?? '2026-01-01T00:00:00.000Z').toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
        expect(Number.isInteger(page) && page >= 1 && page <= 100_000).toBe(true);
        expect(Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= 100).toBe(true);
      }),
    );
  });

  it('begins at the first page when a filter changes, and keeps the others', () => {
    const search = new URLSearchParams('endpoint=ep_1&page=4&pageSize=50');
    const changed = changeFilter(search, { state: 'parked', endpoint: undefined });
    expect(changed.toString()).toBe('pageSize=50&state=parked');
    expect(isFiltered(readQuery(changed))).toBe(true);
    expect(changeFilter(changed, NO_FILTER).toString()).toBe('pageSize=50');
    expect(isFiltered(readQuery(changeFilter(changed, NO_FILTER)))).toBe(false);
  });
});

describe('what a form sends', () => {
  it('is only what has changed', () => {
    const changed = { ...NEW_ENDPOINT, name: 'Customer relations', eventTypes: [] };
    expect(toChange(NEW_ENDPOINT, changed)).toEqual({ name: 'Customer relations', eventTypes: [] });
    expect(toChange(NEW_ENDPOINT, { ...NEW_ENDPOINT })).toEqual({});
  });

  it('is an empty text where a field was emptied, so that the server says what is missing', () => {
    expect(toInput({ ...NEW_ENDPOINT, name: null, url: null })).toMatchObject({
      name: '',
      url: '',
    });
  });
});

describe('an error of the server', () => {
  it('is shown at its fields, the first of each', () => {
    const errors = [
      { path: ['url'], message: 'Use https.', name: 'ValidationError' },
      { path: ['eventTypes', 1], message: 'Choose one.', name: 'ValidationError' },
      { path: ['url'], message: 'Shorter.', name: 'ValidationError' },
    ];
    const error = { name: 'ValidationError', message: 'Wrong.', details: { errors } };
    expect(toFieldErrors(error)).toEqual({ url: 'Use https.', eventTypes: 'Choose one.' });
  });

  it.each([
    {},
    { details: null },
    { details: { errors: 'none' } },
    { details: { errors: [null, {}, { path: [], message: '' }, { path: 'url', message: '' }] } },
  ])('%j is about no field', (error) => {
    expect(toFieldErrors(error)).toEqual({});
  });
});

it('shows JSON with a line for each field, and anything else as it is', () => {
  expect(formatBody('{"type":"enquiry.created"}')).toBe('{\n  "type": "enquiry.created"\n}');
  expect(formatBody('not JSON {')).toBe('not JSON {');
});

it.each([
  [null, 0],
  [2, 3000],
  [-2, 3000],
  [300, 0],
  [-300, 0],
])('looks again at a delivery that is due in %s seconds after %d ms', (seconds, interval) => {
  const nextAttemptAt = seconds === null ? null : secondsFromNow(seconds).toISOString();
  expect(pollingInterval([{ nextAttemptAt } as Delivery], NOW.getTime())).toBe(interval);
});
