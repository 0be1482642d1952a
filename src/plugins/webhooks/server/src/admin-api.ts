/**
 * What the panel's page and the routes under `/webhooks` say to each other. Requests with a body
 * send `{ data }`; answers are `{ data }`, lists `{ data, meta: { pagination } }`. Moments are ISO
 * 8601 in UTC. Errors are Strapi's: `{ error: { status, name, message, details } }`, with
 * `details.errors[]` of `{ path, message, name }` where single fields are wrong.
 *
 * | route                                     | permission | request         | `data` of the answer |
 * | ----------------------------------------- | ---------- | --------------- | -------------------- |
 * | GET    /webhooks/endpoints                | read       |                 | Endpoint[]           |
 * | POST   /webhooks/endpoints                | manage     | EndpointInput   | EndpointWithSecret   |
 * | GET    /webhooks/endpoints/:id            | read       |                 | Endpoint             |
 * | PUT    /webhooks/endpoints/:id            | manage     | EndpointChange  | Endpoint             |
 * | DELETE /webhooks/endpoints/:id            | manage     |                 | Endpoint             |
 * | POST   /webhooks/endpoints/:id/rotate     | manage     |                 | EndpointWithSecret   |
 * | GET    /webhooks/endpoints/:id/secret     | manage     |                 | EndpointSecret       |
 * | POST   /webhooks/endpoints/:id/test       | manage     |                 | TestResult           |
 * | POST   /webhooks/endpoints/:id/replay     | replay     | ReplayInput     | ReplayResult         |
 * | GET    /webhooks/deliveries               | read       | DeliveriesQuery | Delivery[]           |
 * | GET    /webhooks/deliveries/:id           | read       |                 | DeliveryDetail       |
 * | POST   /webhooks/deliveries/:id/replay    | replay     |                 | Delivery             |
 */

/** What an endpoint can subscribe to. */
export const EVENT_TYPES = ['enquiry.created', 'enquiry.updated', 'enquiry.erased'] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** The type of the event that `POST …/test` sends; nobody subscribes to it. */
export const TEST_EVENT_TYPE = 'webhook.test';

/**
 * `waiting`: will be attempted at `nextAttemptAt`. `parked`: the endpoint is disabled; resumes when
 * it is enabled. `delivered`: answered with 2xx. `dead`: every attempt of the schedule failed, or it
 * was parked for as long as events are kept; a replay starts the schedule again.
 */
export const DELIVERY_STATES = ['waiting', 'parked', 'delivered', 'dead'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * Why an endpoint is disabled. `manual`: somebody disabled it. `gone`: it answered 410.
 * `secret-unreadable`: its secret was encrypted with another ENCRYPTION_KEY; with that key, or
 * when it is rotated, it is enabled again within a minute.
 */
export const DISABLED_REASONS = ['manual', 'gone', 'secret-unreadable'] as const;

export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** The actions that a role of the panel can be given. */
export const PERMISSIONS = {
  read: 'plugin::webhooks.read',
  manage: 'plugin::webhooks.manage',
  replay: 'plugin::webhooks.replay',
  readPersonalData: 'plugin::webhooks.read-personal-data',
} as const;

/** How deliveries to an endpoint go. */
export interface EndpointHealth {
  lastSuccessAt: string | null;
  lastFailureAt: string | null;
  /** Failed attempts among those of the last 24 hours, from 0 to 1; null where there were none. */
  failureRate: number | null;
  /** Deliveries in each of the states that are not `delivered`. */
  waiting: number;
  parked: number;
  dead: number;
}

/** Where deliveries go. */
export interface Endpoint {
  id: string;
  name: string;
  url: string;
  eventTypes: EventType[];
  receivesPersonalData: boolean;
  enabled: boolean;
  disabledReason: DisabledReason | null;
  disabledAt: string | null;
  /** Until when the receiver asked to be left alone by `Retry-After`; null where it did not. */
  pausedUntil: string | null;
  /** Until when the secret before the last rotation signs as well; null where it no longer does. */
  previousSecretExpiresAt: string | null;
  createdAt: string;
  updatedAt: string;
  health: EndpointHealth;
}

/** What makes an endpoint. */
export interface EndpointInput {
  /** 1 to 100 characters. */
  name: string;
  /** https (in development http as well), without credentials and fragment, to 2,048 characters. */
  url: string;
  /** At least one. */
  eventTypes: EventType[];
  /** Default false. */
  receivesPersonalData?: boolean;
  /** Default true. */
  enabled?: boolean;
}

/** What changes an endpoint: the fields to change. `enabled: true` resumes what is parked. */
export type EndpointChange = Partial<EndpointInput>;

/** The answer that shows a secret: `whsec_` and base64. */
export interface EndpointSecret {
  secret: string;
  previousSecretExpiresAt: string | null;
}

export interface EndpointWithSecret extends Endpoint {
  secret: string;
}

/** One try to deliver. */
export interface Attempt {
  /** 1 for the first. */
  number: number;
  at: string;
  durationMs: number;
  /** HTTP status of the answer; null where there was none. */
  status: number | null;
  /**
   * The answer's first kilobyte as text; null where there was none, and for those who may not read
   * personal data where the request carried it, because an answer may repeat it.
   */
  answer: string | null;
  /** What went wrong, for a person; null after a success. */
  error: string | null;
}

/** What an endpoint is sent. */
export interface DeliveryRequest {
  method: 'POST';
  url: string;
  /** Those of the last attempt; without signature and timestamp where there has been none. */
  headers: Record<string, string>;
  /** The bytes that are signed, as text. */
  body: string;
}

/** The outcome of a test event; it is not kept. */
export interface TestResult extends Omit<Attempt, 'number'> {
  isSuccess: boolean;
  request: DeliveryRequest;
}

/** One event on its way to one endpoint. */
export interface Delivery {
  id: string;
  endpoint: { id: string; name: string };
  event: { id: string; type: EventType; occurredAt: string };
  /** What the header `webhook-id` says on every attempt. */
  webhookId: string;
  state: DeliveryState;
  hasPersonalData: boolean;
  attemptCount: number;
  /** Null unless it is `waiting`. */
  nextAttemptAt: string | null;
  lastAttemptAt: string | null;
  lastStatus: number | null;
  lastError: string | null;
}

export interface DeliveryDetail extends Delivery {
  request: DeliveryRequest;
  /**
   * Whether `request.body` leaves personal data out that is sent: the reader lacks the permission
   * `plugin::webhooks.read-personal-data`.
   */
  isBodyReduced: boolean;
  /** Oldest first. */
  attempts: Attempt[];
}

/** Query of `GET /webhooks/deliveries`; newest first. */
export interface DeliveriesQuery {
  /** Id of an endpoint. */
  endpoint?: string;
  state?: DeliveryState;
  type?: EventType;
  /** When the event happened: from this moment on (ISO 8601), inclusive. */
  from?: string;
  /** Until this moment, exclusive. */
  to?: string;
  /** 1 for the first; default 1. */
  page?: number;
  /** 1 to 100; default 25. */
  pageSize?: number;
}

/** The `meta` of `GET /webhooks/deliveries`, as in Strapi's own lists. */
export interface DeliveriesMeta {
  pagination: { page: number; pageSize: number; pageCount: number; total: number };
}

/**
 * Which deliveries of an endpoint to send again: all that are dead, or all whose event happened in
 * a span of time, whatever their state (`from` inclusive, `to` exclusive).
 */
export type ReplayInput = { state: 'dead' } | { from: string; to: string };

/** How many deliveries are sent again. */
export interface ReplayResult {
  count: number;
}
