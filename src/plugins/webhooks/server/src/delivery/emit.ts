import { inTransaction } from '../../../../../database/transaction';
import type { EventType } from '../admin-api';
import { sealBody } from '../message/sealed';
import { eventBody } from '../message/body';
import { newEventId } from '../message/message-id';
import { query, type Connection } from '../../../../../database/query';
import { wake } from './jobs';

/** Something that happened. */
export interface WebhookEvent {
  type: EventType;
  /** What every endpoint is told. `documentId` says which document it is about. */
  data: Record<string, unknown>;
  /** What endpoints are told in addition that are set to receive personal data. */
  personalData?: Record<string, unknown>;
}

interface Subscriber {
  id: string;
  enabled: boolean;
  receivesPersonalData: boolean;
}

/**
 * The endpoints that subscribe to a type. They cannot be deleted before the transaction ends; the
 * order keeps two transactions from waiting for each other.
 */
const SUBSCRIBERS = `
  SELECT id, enabled, receives_personal_data AS "receivesPersonalData"
  FROM webhook_endpoints
  WHERE :type = ANY (event_types)
  ORDER BY id
  FOR KEY SHARE`;

const STORE = `
  WITH event AS (
    INSERT INTO webhook_events (id, type, subject, occurred_at, body, personal_body)
    VALUES (:id, :type, :subject, :occurredAt, :body, :personalBody)
    RETURNING id
  )
  INSERT INTO webhook_deliveries
    (event_id, endpoint_id, has_personal_data, keeps_answers, state, next_attempt_at)
  SELECT event.id, endpoint.id, endpoint.has_personal_data, :keepsAnswers,
    CASE WHEN endpoint.enabled THEN 'waiting' ELSE 'parked' END,
    CASE WHEN endpoint.enabled THEN clock_timestamp() END
  FROM event, json_to_recordset(:subscribers::json)
    AS endpoint (id text, enabled boolean, has_personal_data boolean)`;

async function store(transaction: Connection, event: WebhookEvent, subscribers: Subscriber[]) {
  const occurredAt = new Date();
  const { type, data, personalData } = event;
  const id = newEventId(occurredAt);
  const isPersonal = (endpoint: Subscriber) =>
    personalData !== undefined && endpoint.receivesPersonalData;
  const personalBody = subscribers.some(isPersonal)
    ? sealBody(id, eventBody({ type, occurredAt, data: { ...data, ...personalData } }))
    : null;
  await query(transaction, STORE, {
    id,
    type,
    subject: typeof data.documentId === 'string' ? data.documentId : null,
    occurredAt,
    body: eventBody({ type, occurredAt, data }),
    personalBody,
    // Nobody would be left whose erasure took the answer with it.
    keepsAnswers: type !== 'enquiry.erased',
    subscribers: JSON.stringify(
      subscribers.map((endpoint) => ({
        id: endpoint.id,
        enabled: endpoint.enabled,
        has_personal_data: isPersonal(endpoint),
      })),
    ),
  });
}

/**
 * Stores an event for all endpoints that subscribe to it, in the transaction that is open: they
 * hear of it at least once if that commits, and never if it does not. Nobody subscribes: nothing is
 * stored. Personal data are stored encrypted, and only if somebody receives them.
 */
export async function emit(event: WebhookEvent): Promise<void> {
  await inTransaction(async (transaction) => {
    const subscribers = await query<Subscriber>(transaction, SUBSCRIBERS, { type: event.type });
    if (subscribers.length === 0) return;
    await store(transaction, event, subscribers);
    await wake(subscribers.filter(({ enabled }) => enabled).map(({ id }) => id));
  });
}
