import type { JobContext } from '../../../../jobs/accessor';
import { inTransaction } from '../../../../../database/transaction';
import { UnreadableError } from '../encryption';
import type { Connections } from '../sending/connections';
import { settings } from '../settings';
import { disable, settle } from './endpoint-states';
import { addDelivery, wakeLater, type DeliverPayload } from './jobs';
import { changeLane, laneOf } from './lanes';
import { readReceiver } from './receiver';
import { Turn } from './turn';

async function readReceiverOrDisable(id: string) {
  try {
    return await readReceiver(id);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    strapi.log.error(
      `Webhooks: the secret of endpoint ${id} cannot be decrypted. Start with the ENCRYPTION_KEY that it was stored with, or rotate it.`,
    );
    await disable(id, 'secret-unreadable');
    return undefined;
  }
}

/** The job `webhooks.deliver`: sends what is due at one endpoint, and says when to come again. */
export async function deliver({ endpointId, queue }: DeliverPayload, { signal }: JobContext) {
  const receiver = await readReceiverOrDisable(endpointId);
  if (!receiver) return;
  if (queue !== laneOf(receiver).queue) {
    // Its queue does not keep it from running beside another one of this endpoint any more.
    await addDelivery(endpointId);
    return;
  }
  if (!receiver.enabled) {
    // Written by somebody who did not see yet that it has been disabled.
    await inTransaction((transaction) => settle(transaction, endpointId));
    return;
  }
  if (receiver.isPaused) {
    await wakeLater(endpointId);
    return;
  }
  const connections = strapi.plugin('webhooks').service<Connections>('connections');
  const turn = new Turn(receiver, { connections, settings: settings(), signal });
  const { isGone, isFailing } = await turn.take();
  connections.closeIdle();
  if (isFailing !== undefined) await changeLane(endpointId, isFailing);
  if (isGone && (await disable(endpointId, 'gone', receiver.url))) {
    strapi.log.warn(`Webhooks: endpoint ${endpointId} answered 410 and is disabled.`);
    return;
  }
  await wakeLater(endpointId);
}
