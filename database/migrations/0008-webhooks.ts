import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/**
 * Webhooks: where they go, what happened, what is on its way, and every attempt. `secret`,
 * `personal_body` and `answer` are encrypted.
 */
const TABLES = [
  `webhook_endpoints (
    id text PRIMARY KEY,
    name text NOT NULL,
    url text NOT NULL,
    event_types text[] NOT NULL,
    receives_personal_data boolean NOT NULL,
    secret text NOT NULL,
    previous_secret text,
    previous_secret_expires_at timestamptz,
    enabled boolean NOT NULL,
    disabled_reason text,
    disabled_at timestamptz,
    paused_until timestamptz,
    last_success_at timestamptz,
    last_failure_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT webhook_endpoints_disabled CHECK (enabled = (disabled_reason IS NULL)),
    CONSTRAINT webhook_endpoints_previous_secret
      CHECK ((previous_secret IS NULL) = (previous_secret_expires_at IS NULL))
  )`,
  // The body is kept as text, exactly as it is signed: JSON columns do not keep bytes.
  `webhook_events (
    id text PRIMARY KEY,
    type text NOT NULL,
    subject text,
    occurred_at timestamptz NOT NULL,
    body text NOT NULL,
    personal_body text
  )`,
  `webhook_deliveries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id text NOT NULL REFERENCES webhook_events ON DELETE CASCADE,
    endpoint_id text NOT NULL REFERENCES webhook_endpoints ON DELETE CASCADE,
    has_personal_data boolean NOT NULL,
    state text NOT NULL,
    next_attempt_at timestamptz,
    schedule_position smallint NOT NULL DEFAULT 0,
    attempt_count integer NOT NULL DEFAULT 0,
    last_attempt_at timestamptz,
    last_status smallint,
    last_error text,
    UNIQUE (event_id, endpoint_id),
    CONSTRAINT webhook_deliveries_state CHECK (state IN ('waiting', 'parked', 'delivered', 'dead')),
    CONSTRAINT webhook_deliveries_next CHECK ((state = 'waiting') = (next_attempt_at IS NOT NULL))
  )`,
  `webhook_attempts (
    delivery_id bigint NOT NULL REFERENCES webhook_deliveries ON DELETE CASCADE,
    number integer NOT NULL,
    endpoint_id text NOT NULL,
    at timestamptz NOT NULL,
    is_success boolean NOT NULL,
    duration_ms integer NOT NULL,
    signature text,
    status smallint,
    answer text,
    error text,
    PRIMARY KEY (delivery_id, number)
  )`,
];

/** One index for each query that the primary keys do not serve. */
const INDEXES = [
  // What is due at an endpoint.
  `webhook_deliveries_due ON webhook_deliveries (endpoint_id, next_attempt_at, id)
    WHERE state = 'waiting'`,
  // What is parked or dead at an endpoint, to count it, resume it or replay it.
  `webhook_deliveries_stopped ON webhook_deliveries (endpoint_id, state)
    WHERE state IN ('parked', 'dead')`,
  // The deliveries of an endpoint, newest first; and its removal.
  'webhook_deliveries_endpoint ON webhook_deliveries (endpoint_id, id)',
  // Events of a span of time; and those that are old enough to forget.
  'webhook_events_occurred ON webhook_events (occurred_at)',
  // All that was said about one document, to forget it.
  'webhook_events_subject ON webhook_events (subject) WHERE subject IS NOT NULL',
  // How the last attempts at an endpoint went.
  'webhook_attempts_endpoint ON webhook_attempts (endpoint_id, at) INCLUDE (is_success)',
];

export async function up(transaction: Transaction): Promise<void> {
  for (const table of TABLES) await transaction.raw(`CREATE TABLE ${table}`);
  for (const index of INDEXES) await transaction.raw(`CREATE INDEX ${index}`);
}

export async function down(transaction: Transaction): Promise<void> {
  await transaction.raw(
    'DROP TABLE webhook_attempts, webhook_deliveries, webhook_events, webhook_endpoints',
  );
}
