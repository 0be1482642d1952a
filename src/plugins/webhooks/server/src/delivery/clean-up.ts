import { inTransaction } from '../../../../../database/transaction';
import type { JobContext } from '../../../../jobs/accessor';
import type { DeliveryState } from '../admin-api';
import { query, type Connection } from '../../../../../database/query';
import { settings } from '../settings';

/** Events that are looked at in one transaction: a fraction of a second's work. */
const BATCH_SIZE = 1000;

interface OldEvent {
  id: string;
  /** As PostgreSQL writes it: a Date has no microseconds. */
  occurredAt: string;
}

interface OldDelivery {
  id: string;
  eventId: string;
  state: DeliveryState;
}

/** Old events, oldest first, from the last one of the batch before. */
const OLD = `
  SELECT id, occurred_at::text AS "occurredAt" FROM webhook_events
  WHERE occurred_at < now() - make_interval(days => :days)
    AND (occurred_at, id) > (coalesce(:at::timestamptz, '-infinity'), :id)
  ORDER BY occurred_at, id
  LIMIT ${BATCH_SIZE}`;

/**
 * The deliveries of some events, as far as nobody else is at work on them: locked, in the state that
 * they have now. Whoever replays one from here on waits, and finds that it is gone.
 */
const LOCK = `
  SELECT id, event_id AS "eventId", state FROM webhook_deliveries
  WHERE event_id = ANY (:ids)
  ORDER BY endpoint_id, id
  FOR UPDATE SKIP LOCKED`;

/** Nobody enabled the endpoint for so long; the event goes with it in the next night. */
const GIVE_UP = `
  UPDATE webhook_deliveries SET state = 'dead', last_error = :reason
  WHERE id = ANY (:ids::bigint[])`;

const TOO_LONG_DISABLED = 'The endpoint was disabled for longer than events are kept.';

/** Deliveries and attempts go with their event: all of them are locked, or it stays. */
const FORGET = `
  DELETE FROM webhook_events event
  WHERE id = ANY (:ids) AND NOT EXISTS (
    SELECT FROM webhook_deliveries delivery
    WHERE delivery.event_id = event.id AND NOT delivery.id = ANY (:lockedIds::bigint[]))`;

const FORGET_OLD_SECRETS = `
  UPDATE webhook_endpoints SET previous_secret = NULL, previous_secret_expires_at = NULL
  WHERE previous_secret_expires_at <= now()`;

async function forget(transaction: Connection, ids: string[]): Promise<void> {
  const locked = await query<OldDelivery>(transaction, LOCK, { ids });
  const parked = locked.filter(({ state }) => state === 'parked');
  const waiting = locked.filter(({ state }) => state === 'waiting');
  const kept = new Set([...parked, ...waiting].map(({ eventId }) => eventId));
  await query(transaction, GIVE_UP, {
    ids: parked.map(({ id }) => id),
    reason: TOO_LONG_DISABLED,
  });
  await query(transaction, FORGET, {
    ids: ids.filter((id) => !kept.has(id)),
    lockedIds: locked.map(({ id }) => id),
  });
}

/**
 * The job `webhooks.clean-up`: forgets old events that are not on their way any more. What is parked
 * that long becomes dead: somebody can still replay it for a day. Expired secrets go, too.
 */
export async function cleanUp(_payload: object, { signal }: JobContext): Promise<void> {
  await query(strapi.db.connection, FORGET_OLD_SECRETS, {});
  const { retentionDays: days } = settings();
  let last: OldEvent | undefined;
  while (!signal.aborted) {
    const batch: OldEvent[] = await query<OldEvent>(strapi.db.connection, OLD, {
      days,
      at: last?.occurredAt ?? null,
      id: last?.id ?? '',
    });
    if (batch.length === 0) return;
    await inTransaction((transaction) =>
      forget(
        transaction,
        batch.map(({ id }) => id),
      ),
    );
    last = batch.at(-1);
  }
}
