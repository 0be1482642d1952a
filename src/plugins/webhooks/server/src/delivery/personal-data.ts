import { query } from '../../../../../database/query';
import type { Finding, Holder } from '../../../../privacy/accessor';
import { openAnswer, openBody, readOrExplain } from '../message/sealed';
import { forgetPersonalData } from './forget';

interface Row {
  id: string;
  eventId: string;
  endpoint: string;
  url: string;
  type: string;
  occurredAt: Date;
  state: string;
  lastAttemptAt: Date | null;
  hasPersonalData: boolean;
  body: string;
  personalBody: string | null;
}

const SENT = `
  SELECT delivery.id::text, event.id AS "eventId", endpoint.name AS endpoint, endpoint.url, event.type,
    event.occurred_at AS "occurredAt", delivery.state, delivery.last_attempt_at AS "lastAttemptAt",
    delivery.has_personal_data AS "hasPersonalData", event.body,
    event.personal_body AS "personalBody"
  FROM webhook_events event
  JOIN webhook_deliveries delivery ON delivery.event_id = event.id
  JOIN webhook_endpoints endpoint ON endpoint.id = delivery.endpoint_id
  WHERE event.subject = ANY (:documentIds)
  ORDER BY delivery.id`;

interface AttemptRow {
  deliveryId: string;
  at: Date;
  status: number | null;
  answer: string | null;
  error: string | null;
}

const ATTEMPTS = `
  SELECT delivery_id::text AS "deliveryId", at, status, answer, error
  FROM webhook_attempts WHERE delivery_id = ANY (:ids::bigint[]) ORDER BY delivery_id, number`;

function readSent({ eventId, hasPersonalData, body, personalBody }: Row): string {
  if (!hasPersonalData || personalBody === null) return body;
  return readOrExplain(() => openBody(eventId, personalBody));
}

function readAttempt({ deliveryId, at, status, answer, error }: AttemptRow) {
  const text = answer === null ? null : readOrExplain(() => openAnswer(deliveryId, answer));
  return { at, status, answer: text, error };
}

function toFinding(row: Row, attempts: AttemptRow[]): Finding {
  const { id, endpoint, url, type, occurredAt, state, lastAttemptAt } = row;
  const own = attempts.filter(({ deliveryId }) => deliveryId === id);
  return {
    id: `webhook delivery ${id}`,
    reference: `${type}, ${endpoint}`,
    data: {
      receiver: { name: endpoint, url },
      event: type,
      occurredAt,
      state,
      lastAttemptAt,
      body: readSent(row),
      attempts: own.map(readAttempt),
    },
  };
}

/** What endpoints were sent about a person's documents, when, and what they answered. */
export const deliveries: Holder = {
  name: 'webhook deliveries',

  async find({ documents }, transaction) {
    const documentIds = documents.map(({ documentId }) => documentId);
    const rows = await query<Row>(transaction, SENT, { documentIds });
    const ids = rows.map(({ id }) => id);
    const attempts = await query<AttemptRow>(transaction, ATTEMPTS, { ids });
    return rows.map((row) => toFinding(row, attempts));
  },

  async erase({ documents }) {
    for (const { documentId } of documents) await forgetPersonalData(documentId);
  },
};
