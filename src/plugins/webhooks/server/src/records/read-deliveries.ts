import type {
  DeliveriesMeta,
  DeliveriesQuery,
  Delivery,
  DeliveryState,
  EventType,
} from '../admin-api';
import { webhookId } from '../message/message-id';
import { query, type Bindings } from '../../../../../database/query';

/** Conditions of a list, by the parameter that asks for each. */
const CONDITIONS = {
  endpoint: 'delivery.endpoint_id = :endpoint',
  state: 'delivery.state = :state',
  type: 'event.type = :type',
  from: 'event.occurred_at >= :from',
  to: 'event.occurred_at < :to',
} as const;

type Filter = Omit<DeliveriesQuery, 'page' | 'pageSize'>;

const TABLES = `
  FROM webhook_deliveries delivery
  JOIN webhook_events event ON event.id = delivery.event_id
  JOIN webhook_endpoints endpoint ON endpoint.id = delivery.endpoint_id`;

const READ = `
  SELECT delivery.id::text, delivery.endpoint_id AS "endpointId", endpoint.name AS "endpointName",
    event.id AS "eventId", event.type, event.occurred_at AS "occurredAt", delivery.state,
    delivery.has_personal_data AS "hasPersonalData", delivery.attempt_count AS "attemptCount",
    delivery.next_attempt_at AS "nextAttemptAt", delivery.last_attempt_at AS "lastAttemptAt",
    delivery.last_status AS "lastStatus", delivery.last_error AS "lastError"
  ${TABLES}`;

interface Row {
  id: string;
  endpointId: string;
  endpointName: string;
  eventId: string;
  type: EventType;
  occurredAt: Date;
  state: DeliveryState;
  hasPersonalData: boolean;
  attemptCount: number;
  nextAttemptAt: Date | null;
  lastAttemptAt: Date | null;
  lastStatus: number | null;
  lastError: string | null;
}

function toDelivery(row: Row): Delivery {
  const { endpointId, endpointName, eventId, type, occurredAt, ...delivery } = row;
  return {
    ...delivery,
    endpoint: { id: endpointId, name: endpointName },
    event: { id: eventId, type, occurredAt: occurredAt.toISOString() },
    webhookId: webhookId(eventId, row.hasPersonalData),
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    lastAttemptAt: row.lastAttemptAt?.toISOString() ?? null,
  };
}

function toCondition(filter: Filter): { where: string; bindings: Bindings } {
  const given = Object.entries(CONDITIONS).flatMap(([name, condition]) => {
    const value = filter[name as keyof Filter];
    return value === undefined ? [] : [{ name, condition, value }];
  });
  return {
    where: given.length > 0 ? `WHERE ${given.map((one) => one.condition).join(' AND ')}` : '',
    bindings: Object.fromEntries(given.map(({ name, value }) => [name, value])),
  };
}

/** A page of deliveries. */
export interface DeliveriesPage extends DeliveriesMeta {
  deliveries: Delivery[];
}

/** The deliveries that match, newest first, a page at a time. */
export async function readDeliveries({
  page = 1,
  pageSize = 25,
  ...filter
}: DeliveriesQuery): Promise<DeliveriesPage> {
  const { where, bindings } = toCondition(filter);
  const connection = strapi.db.connection;
  const [counted] = await query<{ total: number }>(
    connection,
    `SELECT count(*)::integer AS total ${TABLES} ${where}`,
    bindings,
  );
  const total = counted?.total ?? 0;
  const rows = await query<Row>(
    connection,
    `${READ} ${where} ORDER BY delivery.id DESC LIMIT :limit OFFSET :offset`,
    { ...bindings, limit: pageSize, offset: (page - 1) * pageSize },
  );
  return {
    deliveries: rows.map(toDelivery),
    pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
  };
}

/** One delivery; undefined where there is none with this id. */
export async function readDelivery(id: string): Promise<Delivery | undefined> {
  const sql = `${READ} WHERE delivery.id = :id`;
  const [row] = await query<Row>(strapi.db.connection, sql, { id });
  return row && toDelivery(row);
}
