import { TEST_EVENT_TYPE, type TestResult } from '../admin-api';
import { eventBody } from '../message/body';
import { newEventId } from '../message/message-id';
import { attempt, requestHeaders } from '../sending/attempt';
import type { Connections } from '../sending/connections';
import { settings } from '../settings';
import { knownReceiver } from './known-receiver';

/**
 * Sends an event of the type `webhook.test` to an endpoint, whether it is enabled or not, once. It
 * is not kept: it would stand among the failed deliveries of real events.
 * @throws as `knownReceiver`; what the receiver does is told, not thrown
 */
export async function sendTest(id: string): Promise<TestResult> {
  const receiver = await knownReceiver(id);
  const occurredAt = new Date();
  const message = {
    url: receiver.url,
    id: newEventId(occurredAt),
    body: eventBody({ type: TEST_EVENT_TYPE, occurredAt, data: { endpoint: id } }),
    secrets: receiver.secrets,
  };
  const connections = strapi.plugin('webhooks').service<Connections>('connections');
  const { attemptMilliseconds } = settings();
  const outcome = await attempt(connections.to(receiver), message, attemptMilliseconds);
  const { isSuccess, status, durationMs, answer, error } = outcome;
  return {
    ...{ isSuccess, status, durationMs, answer, error },
    at: outcome.at.toISOString(),
    request: {
      method: 'POST',
      url: receiver.url,
      headers: requestHeaders(message.id, outcome),
      body: message.body,
    },
  };
}
