import type { Endpoint, EndpointChange, EndpointInput } from '../../server/src/admin-api';

/** What the form of an endpoint holds. */
export type EndpointValues = Required<EndpointInput>;

/** The form of an endpoint that is to be created. */
export const NEW_ENDPOINT: EndpointValues = {
  name: '',
  url: '',
  eventTypes: ['enquiry.created', 'enquiry.updated', 'enquiry.erased'],
  receivesPersonalData: false,
  enabled: true,
};

/** The form of an endpoint that exists. */
export function toValues(endpoint: Endpoint): EndpointValues {
  const { name, url, eventTypes, receivesPersonalData, enabled } = endpoint;
  return { name, url, eventTypes, receivesPersonalData, enabled };
}

/** What a form sends: the panel's forms hold null for a text that was emptied. */
export function toInput(values: { [Field in keyof EndpointValues]: EndpointValues[Field] | null }) {
  const { name, url, eventTypes, receivesPersonalData, enabled } = values;
  return {
    name: name ?? '',
    url: url ?? '',
    eventTypes: eventTypes ?? [],
    receivesPersonalData: receivesPersonalData ?? false,
    enabled: enabled ?? false,
  } satisfies EndpointInput;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * What a form changes. Only that is sent: an endpoint that was disabled because it answered 410
 * keeps its reason when it is renamed.
 */
export function toChange(before: EndpointValues, after: EndpointValues): EndpointChange {
  const changed = Object.entries(after).filter(
    ([field, value]) => !isSame(value, before[field as keyof EndpointValues]),
  );
  return Object.fromEntries(changed);
}
