import type { WebhookEvent } from './server/src/delivery/emit';

export type { WebhookEvent } from './server/src/delivery/emit';

/** Where the rest of the application says what happened. */
export interface Webhooks {
  /**
   * Tells all endpoints that subscribe to the event's type, in the transaction that is open: at
   * least once if that commits, never if it does not. It waits for no receiver.
   */
  emit(event: WebhookEvent): Promise<void>;
  /**
   * Forgets the personal data in all events about a document, and what receivers answered to them,
   * in the transaction that is open. What is still on its way goes without them.
   * @param documentId what the events' `data.documentId` says
   */
  forgetPersonalData(documentId: string): Promise<void>;
}

/** Delivery of events to other systems. */
export function webhooks(): Webhooks {
  return strapi.service('plugin::webhooks.outbox') as unknown as Webhooks;
}
