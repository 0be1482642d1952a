import { query } from '../../../../../database/query';

/** What is to be sent now. */
export interface DueDelivery {
  id: string;
  eventId: string;
  hasPersonalData: boolean;
  /** Encrypted where it has personal data. */
  body: string;
  /** Attempts of the present schedule that have failed. */
  failures: number;
}

/** Deliveries that are read at a time: some seconds' work, some megabytes at most. */
const PAGE_SIZE = 200;

const READ = `
  SELECT delivery.id, delivery.event_id AS "eventId",
    delivery.has_personal_data AS "hasPersonalData",
    delivery.schedule_position AS "failures",
    CASE WHEN delivery.has_personal_data THEN event.personal_body ELSE event.body END AS body
  FROM webhook_deliveries delivery
  JOIN webhook_events event ON event.id = delivery.event_id
  JOIN webhook_endpoints endpoint ON endpoint.id = delivery.endpoint_id
    AND endpoint.enabled AND endpoint.url = :url
  WHERE delivery.endpoint_id = :endpointId
    AND delivery.state = 'waiting'
    AND delivery.next_attempt_at <= clock_timestamp()
    AND NOT delivery.id = ANY (:inFlight::bigint[])
  ORDER BY delivery.next_attempt_at, delivery.id
  LIMIT ${PAGE_SIZE}`;

/**
 * The deliveries to an endpoint whose time has come, those that have waited longest first; none
 * if it has been disabled or changed since.
 * @param inFlight ids of those that are being sent, whose outcome is not stored yet
 */
export async function readDue(
  endpoint: { id: string; url: string },
  inFlight: readonly string[],
): Promise<DueDelivery[]> {
  return query<DueDelivery>(strapi.db.connection, READ, {
    endpointId: endpoint.id,
    url: endpoint.url,
    inFlight,
  });
}
