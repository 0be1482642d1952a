import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

/**
 * After every write Strapi reads the document again with all that belongs to it, to announce it to
 * whoever listens. For an import that is a third of the time, and in its process nobody listens but
 * the webhooks that an administrator may have set up in the panel.
 */

/** The services behind the panel's webhooks, as far as they are used here; they have no types. */
interface Webhook {
  isEnabled: boolean;
}
interface WebhookStore {
  findWebhooks(): Promise<Webhook[]>;
}
interface WebhookRunner {
  queue: { running: number };
}
interface Transaction {
  commit(): Promise<unknown>;
}
interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/** How often is looked whether work in the background is done, in milliseconds. */
const PATIENCE = 20;

/** Longest wait, in milliseconds: a webhook gives up after 10 s itself. */
const SETTLE_LIMIT = 30_000;

/** Runs one write of a document. */
export type RunWrite = <T>(write: () => Promise<T>) => Promise<T>;

/** How writes run: announced where a webhook waits for it, in a silent transaction elsewhere. */
export async function chooseRunWrite(strapi: Core.Strapi): Promise<RunWrite> {
  const webhooks = await strapi.get<WebhookStore>('webhookStore').findWebhooks();
  if (webhooks.some(({ isEnabled }) => isEnabled)) return (write) => write();
  return async (write) =>
    strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
      const result = await write();
      // Committed like this, Strapi's transaction has nothing left to do at its end, and does not
      // run its callbacks: announcements are the only ones.
      await trx.commit();
      return result;
    });
}

/**
 * Waits for what Strapi does in the background: announcements are not awaited by the writes that
 * they follow, and closing the database under them would end the process with an error.
 */
export async function settle(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  const { queue } = strapi.get<WebhookRunner>('webhookRunner');
  const deadline = performance.now() + SETTLE_LIMIT;
  // A single idle moment may lie between two queries of one announcement.
  for (let idle = 0; idle < 3 && performance.now() < deadline; idle += 1) {
    await wait(PATIENCE);
    if (pool.numUsed() + pool.numPendingAcquires() + queue.running > 0) idle = -1;
  }
}
