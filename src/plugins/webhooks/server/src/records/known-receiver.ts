import { errors } from '@strapi/utils';
import { readReceiver, type Receiver } from '../delivery/receiver';
import { UnreadableError } from '../encryption';

/** The error for an id that no endpoint has, or has any more. */
export function noSuchEndpoint(): errors.NotFoundError {
  return new errors.NotFoundError('There is no endpoint with this id.');
}

/**
 * An endpoint and its secrets, for somebody who waits for the answer.
 * @throws NotFoundError where there is none with this id
 * @throws ApplicationError where its secret cannot be decrypted
 */
export async function knownReceiver(id: string): Promise<Receiver> {
  try {
    const receiver = await readReceiver(id);
    if (receiver) return receiver;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw new errors.ApplicationError(`${error.message} Rotate the secret of this endpoint.`);
  }
  throw noSuchEndpoint();
}
