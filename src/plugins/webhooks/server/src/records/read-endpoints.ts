import type { DisabledReason, Endpoint, EventType } from '../admin-api';
import { query, type Bindings } from '../../../../../database/query';

interface Row {
  id: string;
  name: string;
  url: string;
  eventTypes: EventType[];
  receivesPersonalData: boolean;
  enabled: boolean;
  disabledReason: DisabledReason | null;
  disabledAt: Date | null;
  pausedUntil: Date | null;
  previousSecretExpiresAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
  failureRate: number | null;
  waiting: number;
  parked: number;
  dead: number;
}

const countIn = (state: string) => `(
  SELECT count(*)::integer FROM webhook_deliveries
  WHERE endpoint_id = endpoint.id AND state = '${state}') AS ${state}`;

const READ = `
  SELECT id, name, url, event_types AS "eventTypes",
    receives_personal_data AS "receivesPersonalData",
    enabled, disabled_reason AS "disabledReason", disabled_at AS "disabledAt",
    CASE WHEN paused_until > now() THEN paused_until END AS "pausedUntil",
    CASE WHEN previous_secret_expires_at > now() THEN previous_secret_expires_at END
      AS "previousSecretExpiresAt",
    created_at AS "createdAt", updated_at AS "updatedAt",
    last_success_at AS "lastSuccessAt", last_failure_at AS "lastFailureAt",
    (SELECT avg((NOT is_success)::integer)::float FROM webhook_attempts
     WHERE endpoint_id = endpoint.id AND at > now() - interval '24 hours') AS "failureRate",
    ${['waiting', 'parked', 'dead'].map(countIn).join(', ')}
  FROM webhook_endpoints endpoint`;

function toText(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}

function toEndpoint(row: Row): Endpoint {
  const { lastSuccessAt, lastFailureAt, failureRate, waiting, parked, dead, ...endpoint } = row;
  return {
    ...endpoint,
    disabledAt: toText(row.disabledAt),
    pausedUntil: toText(row.pausedUntil),
    previousSecretExpiresAt: toText(row.previousSecretExpiresAt),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    health: {
      lastSuccessAt: toText(lastSuccessAt),
      lastFailureAt: toText(lastFailureAt),
      failureRate,
      waiting,
      parked,
      dead,
    },
  };
}

async function read(condition: string, bindings: Bindings): Promise<Endpoint[]> {
  const rows = await query<Row>(strapi.db.connection, `${READ} ${condition}`, bindings);
  return rows.map(toEndpoint);
}

/** All endpoints with their health, by name. */
export async function readEndpoints(): Promise<Endpoint[]> {
  return read('ORDER BY name, id', {});
}

/** One endpoint with its health; undefined where there is none with this id. */
export async function readEndpoint(id: string): Promise<Endpoint | undefined> {
  const [endpoint] = await read('WHERE id = :id', { id });
  return endpoint;
}
