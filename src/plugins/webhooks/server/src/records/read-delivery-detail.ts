import type { Attempt, Delivery, DeliveryDetail } from '../admin-api';
import { openAnswer, openBody, readOrExplain } from '../message/sealed';
import { query } from '../../../../../database/query';
import { requestHeaders } from '../sending/attempt';
import { readDelivery } from './read-deliveries';

interface Content {
  url: string;
  body: string;
  personalBody: string | null;
}

const CONTENT = `
  SELECT endpoint.url, event.body, event.personal_body AS "personalBody"
  FROM webhook_deliveries delivery
  JOIN webhook_events event ON event.id = delivery.event_id
  JOIN webhook_endpoints endpoint ON endpoint.id = delivery.endpoint_id
  WHERE delivery.id = :id`;

interface AttemptRow extends Omit<Attempt, 'at'> {
  at: Date;
  signature: string;
}

const ATTEMPTS = `
  SELECT number, at, duration_ms AS "durationMs", signature, status, answer, error
  FROM webhook_attempts WHERE delivery_id = :id ORDER BY number`;

function showAnswer(answer: string | null, delivery: Delivery, maySee: boolean): string | null {
  if (answer === null || (delivery.hasPersonalData && !maySee)) return null;
  return readOrExplain(() => openAnswer(delivery.id, answer));
}

/**
 * One delivery with its request and all attempts.
 * @param maySee whether the reader may see personal data
 * @returns undefined where there is none with this id
 */
export async function readDeliveryDetail(
  id: string,
  maySee: boolean,
): Promise<DeliveryDetail | undefined> {
  const connection = strapi.db.connection;
  const delivery = await readDelivery(id);
  const [content] = await query<Content>(connection, CONTENT, { id });
  if (!delivery || !content) return undefined;
  const rows = await query<AttemptRow>(connection, ATTEMPTS, { id });
  const last = rows.at(-1);
  const { url, body, personalBody } = content;
  const isSentPersonal = delivery.hasPersonalData && personalBody !== null;
  return {
    ...delivery,
    request: {
      method: 'POST',
      url,
      headers: requestHeaders(delivery.webhookId, last),
      body:
        isSentPersonal && maySee
          ? readOrExplain(() => openBody(delivery.event.id, personalBody))
          : body,
    },
    isBodyReduced: isSentPersonal && !maySee,
    attempts: rows.map(({ signature: _signature, at, answer, ...attempt }) => ({
      ...attempt,
      at: at.toISOString(),
      answer: showAnswer(answer, delivery, maySee),
    })),
  };
}
