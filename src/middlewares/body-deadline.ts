import type { Core } from '@strapi/strapi';
import { ProspectusError } from '../errors';

/** Settings of `global::body-deadline`. */
interface Config {
  /** How long a client may take to send a body that is no upload, in seconds. */
  seconds: number;
}

/**
 * Answers 408 to a request whose body does not arrive in time, and closes its connection: a body of
 * at most a megabyte takes no more than that on the slowest network that anybody uses.
 */
const bodyDeadline: Core.MiddlewareFactory<Config> =
  ({ seconds }) =>
  async (context, next) => {
    if (context.is('multipart') || context.req.complete) {
      await next();
      return;
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        if (context.req.complete) return;
        context.set('Connection', 'close');
        const advice = `The body did not arrive within ${seconds} seconds. Send the request again.`;
        reject(new ProspectusError('REQUEST_TIMEOUT', advice));
      }, seconds * 1000);
    });
    try {
      await Promise.race([next(), late]);
    } finally {
      clearTimeout(timer);
    }
  };

export default bodyDeadline;
