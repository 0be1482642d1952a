import { randomUUID } from 'node:crypto';

import type {
  Delivery,
  DeliveryDetail,
  Endpoint,
  EndpointInput,
  EndpointWithSecret,
} from '../../../src/plugins/webhooks/server/src/admin-api';
import type { WebhookEvent, Webhooks } from '../../../src/plugins/webhooks/accessor';
import { signInToPanel, type Credentials } from '../../helpers/accounts';
import { runJobs, waitingJobs } from '../../helpers/jobs';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { startReceiver, type Receiver } from '../../helpers/webhook-receiver';

/** A Strapi that may send to this machine, an administrator of it, and a receiver. */
export interface WebhookTest extends RunningStrapi {
  administrator: Credentials;
  receiver: Receiver;
  /** Makes an endpoint through the API; it subscribes to all types at the receiver. */
  createEndpoint(values?: Partial<EndpointInput>): Promise<EndpointWithSecret>;
  readEndpoint(id: string): Promise<Endpoint>;
  changeEndpoint(id: string, change: Partial<EndpointInput>): Promise<void>;
  /** The deliveries of an endpoint, newest first. */
  listDeliveries(endpoint: string): Promise<Delivery[]>;
  readDelivery(id: string | undefined): Promise<DeliveryDetail>;
  /** Says that something happened. */
  emit(event?: Partial<WebhookEvent>): Promise<void>;
  /** Sends what is due. */
  deliver(): Promise<void>;
  /** Makes due what waits for its time. */
  passTime(): Promise<void>;
}

/** The accessor, as plugins and APIs have it. */
export function outbox({ strapi }: Pick<RunningStrapi, 'strapi'>): Webhooks {
  return strapi.service('plugin::webhooks.outbox') as unknown as Webhooks;
}

/** An event as the enquiry desk says it. */
export function enquiryCreated(values: Record<string, unknown> = {}): WebhookEvent {
  return {
    type: 'enquiry.created',
    data: { documentId: randomUUID(), reference: 'ENQ-2026-000001', ...values },
    personalData: { name: 'A Visitor', email: 'visitor@example.org', message: 'Bonjour, où ? 🎓' },
  };
}

/** Starts everything that a test of webhooks needs. */
export async function startWebhooks(
  environment: Record<string, string> = {},
): Promise<WebhookTest> {
  const running = await startStrapi({ WEBHOOKS_ALLOW_PRIVATE_TARGETS: 'true', ...environment });
  const { credentials } = await signInToPanel(running, 'strapi-super-admin');
  const receiver = await startReceiver();
  const { request, strapi } = running;
  const get = async (path: string) =>
    (await request.get(`/webhooks/${path}`).set(credentials).expect(200)).body.data;
  return {
    ...running,
    administrator: credentials,
    receiver,
    async createEndpoint(values = {}) {
      const data = {
        name: 'Customer relations',
        url: receiver.url,
        eventTypes: ['enquiry.created', 'enquiry.updated', 'enquiry.erased'],
        ...values,
      };
      const answer = await request.post('/webhooks/endpoints').set(credentials).send({ data });
      expect(answer.body).toMatchObject({ data: {} });
      return answer.body.data;
    },
    readEndpoint: (id) => get(`endpoints/${id}`),
    async changeEndpoint(id, data) {
      await request.put(`/webhooks/endpoints/${id}`).set(credentials).send({ data }).expect(200);
    },
    listDeliveries: (endpoint) => get(`deliveries?endpoint=${endpoint}&pageSize=100`),
    readDelivery: (id) => get(`deliveries/${id}`),
    emit: (event = {}) => outbox(running).emit({ ...enquiryCreated(), ...event }),
    async deliver() {
      // An engine that takes no new jobs misses those of a queue whose last job has just ended.
      do await runJobs(strapi);
      while ((await waitingJobs(strapi)).some(({ runAt }) => runAt <= new Date()));
    },
    async passTime() {
      await strapi.db.connection.raw(
        `UPDATE webhook_deliveries SET next_attempt_at = now() WHERE state = 'waiting'`,
      );
      await strapi.db.connection.raw(`UPDATE webhook_endpoints SET paused_until = NULL`);
      await strapi.db.connection.raw(
        `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()`,
      );
    },
    async stop() {
      await receiver.stop();
      await running.stop();
    },
  };
}
