import { sealAnswer } from '../message/sealed';
import { query } from '../../../../../database/query';
import type { Outcome } from '../sending/attempt';
import type { DueDelivery } from './due-deliveries';
import { SharedRun } from './shared-run';

/** What became of a delivery. */
export interface Result {
  delivery: DueDelivery;
  outcome: Outcome;
  /** Milliseconds until the next attempt after a failure; null: the schedule is over. */
  wait: number | null;
}

/**
 * Stores attempts and what follows from them. The endpoint is locked first, as everywhere: whoever
 * deletes or changes it and its deliveries does not meet this half-way. What has been parked in the
 * meantime stays so, and what was delivered by somebody else is delivered.
 */
const STORE = `
  WITH result AS (
    SELECT * FROM json_to_recordset(:results::json) AS result (
      delivery_id bigint, at timestamptz, duration_ms integer, signature text, is_success boolean,
      status smallint, answer text, error text, wait double precision, has_personal_data boolean)
  ), endpoint AS (
    SELECT id FROM webhook_endpoints WHERE id = :endpointId FOR NO KEY UPDATE
  ), delivery AS (
    UPDATE webhook_deliveries delivery SET
      state = CASE
        WHEN result.is_success OR delivery.state = 'delivered' THEN 'delivered'
        WHEN delivery.state = 'parked' THEN 'parked'
        WHEN result.wait IS NULL THEN 'dead'
        ELSE 'waiting' END,
      next_attempt_at = CASE
        WHEN NOT result.is_success AND delivery.state NOT IN ('delivered', 'parked')
        THEN clock_timestamp() + make_interval(secs => result.wait / 1000) END,
      schedule_position = schedule_position + 1,
      attempt_count = attempt_count + 1,
      last_attempt_at = result.at,
      last_status = result.status,
      last_error = result.error
    FROM endpoint, result
    WHERE delivery.id = result.delivery_id AND delivery.endpoint_id = endpoint.id
    RETURNING delivery.id, delivery.endpoint_id, delivery.attempt_count,
      delivery.has_personal_data = result.has_personal_data AND delivery.keeps_answers
        AS is_remembered
  ), attempt AS (
    INSERT INTO webhook_attempts (delivery_id, number, endpoint_id, at, is_success, duration_ms,
      signature, status, answer, error)
    SELECT delivery.id, delivery.attempt_count, delivery.endpoint_id, result.at, result.is_success,
      result.duration_ms, result.signature, result.status,
      -- It may repeat what has been forgotten since it was sent.
      CASE WHEN delivery.is_remembered THEN result.answer END, result.error
    FROM delivery JOIN result ON result.delivery_id = delivery.id
  )
  UPDATE webhook_endpoints SET
    last_success_at = greatest(last_success_at, latest.success),
    last_failure_at = greatest(last_failure_at, latest.failure),
    paused_until = CASE WHEN webhook_endpoints.url = :url
      THEN greatest(paused_until, clock_timestamp() + :pause::interval)
      ELSE paused_until END
  FROM endpoint, (
    SELECT max(at) FILTER (WHERE is_success) AS success,
      max(at) FILTER (WHERE NOT is_success) AS failure
    FROM result
  ) latest
  WHERE webhook_endpoints.id = endpoint.id`;

function toRow({ delivery, outcome, wait }: Result) {
  const { at, durationMs, signature, isSuccess, status, answer, error } = outcome;
  return {
    delivery_id: delivery.id,
    at,
    duration_ms: durationMs,
    signature,
    is_success: isSuccess,
    status,
    answer: answer === null ? null : sealAnswer(delivery.id, answer),
    error,
    wait,
    has_personal_data: delivery.hasPersonalData,
  };
}

/**
 * Stores the results of one endpoint's attempts, in groups: while one group is being stored the
 * next gathers, so that the database is asked once for many.
 */
export class OutcomeLog {
  readonly #endpoint: { id: string; url: string };
  readonly #storing = new SharedRun(() => this.#store());
  #gathered: Result[] = [];

  /** @param endpoint as it was sent to: what another address asks for does not count for it */
  constructor(endpoint: { id: string; url: string }) {
    this.#endpoint = endpoint;
  }

  /**
   * Stores a result.
   * @returns when it is stored
   * @throws what the database answers; the whole group is lost then, and will be sent again
   */
  async add(result: Result): Promise<void> {
    this.#gathered.push(result);
    await this.#storing.request();
  }

  async #store(): Promise<void> {
    const group = this.#gathered;
    this.#gathered = [];
    const pause = Math.max(...group.map(({ outcome }) => outcome.retryAfter ?? 0));
    await query(strapi.db.connection, STORE, {
      endpointId: this.#endpoint.id,
      url: this.#endpoint.url,
      results: JSON.stringify(group.map(toRow)),
      pause: pause > 0 ? `${pause} milliseconds` : null,
    });
  }
}
