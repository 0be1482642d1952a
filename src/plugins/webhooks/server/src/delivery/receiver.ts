import { decrypt, UnreadableError } from '../encryption';
import { query } from '../../../../../database/query';

/** An endpoint as a delivery needs it. */
export interface Receiver {
  id: string;
  url: string;
  /** The secrets that sign, newest first. */
  secrets: [string, ...string[]];
  enabled: boolean;
  /** Whether it asked to be left alone for now. */
  isPaused: boolean;
  /** Whether its last turn brought nothing but failures. */
  isFailing: boolean;
}

const READ = `
  SELECT id, url, enabled, secret, is_failing AS "isFailing",
    coalesce(paused_until > clock_timestamp(), false) AS "isPaused",
    CASE WHEN previous_secret_expires_at > clock_timestamp() THEN previous_secret END
      AS "previousSecret"
  FROM webhook_endpoints WHERE id = :id`;

interface Row extends Omit<Receiver, 'secrets'> {
  secret: string;
  previousSecret: string | null;
}

/** A secret that was replaced before ENCRYPTION_KEY was: it signs no more. */
function decryptPrevious(encrypted: string): string[] {
  try {
    return [decrypt(encrypted)];
  } catch (error) {
    if (error instanceof UnreadableError) return [];
    throw error;
  }
}

/**
 * Reads an endpoint and its secrets.
 * @returns undefined where there is none with this id
 * @throws UnreadableError where the secret was encrypted with another key
 */
export async function readReceiver(id: string): Promise<Receiver | undefined> {
  const [row] = await query<Row>(strapi.db.connection, READ, { id });
  if (!row) return undefined;
  const { secret, previousSecret, ...receiver } = row;
  const previous = previousSecret === null ? [] : decryptPrevious(previousSecret);
  return { ...receiver, secrets: [decrypt(secret), ...previous] };
}
