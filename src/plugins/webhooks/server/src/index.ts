import type { Core } from '@strapi/strapi';
import { jobQueue } from '../../../jobs/accessor';
import { people } from '../../../privacy/accessor';
import delivery from './controllers/delivery';
import endpoint from './controllers/endpoint';
import { cleanUp } from './delivery/clean-up';
import { deliver } from './delivery/deliver';
import { addDeliveries, AWAIT, awaitDue, CLEAN_UP, DELIVER, SWEEP, WAKE } from './delivery/jobs';
import { deliveries } from './delivery/personal-data';
import { sweep } from './delivery/sweep';
import { protectSealed } from './message/sealed';
import { registerPermissions } from './permissions';
import { routes } from './routes';
import { Connections } from './sending/connections';
import outbox from './services/outbox';
import { settings } from './settings';

/** UTC; each minute, and each night at a time at which little happens. */
const EACH_MINUTE = '* * * * *';
const EACH_NIGHT = '17 3 * * *';

/** The plugin `webhooks`: durable, signed delivery of events (docs/webhooks.md). */
export default {
  services: { outbox, connections: () => new Connections(settings()) },
  controllers: { endpoint, delivery },
  routes,

  register() {
    protectSealed();
    people().holdData(deliveries);
    const queue = jobQueue();
    queue.handle(WAKE, addDeliveries);
    queue.handle(DELIVER, deliver);
    queue.handle(AWAIT, awaitDue);
    queue.handle(SWEEP, sweep);
    queue.handle(CLEAN_UP, cleanUp);
    queue.schedule(SWEEP, EACH_MINUTE);
    queue.schedule(CLEAN_UP, EACH_NIGHT);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const isProduction = strapi.config.get('environment') === 'production';
    if (isProduction && settings().allowsPrivateTargets) {
      strapi.log.warn(
        'WEBHOOKS_ALLOW_PRIVATE_TARGETS is true in production: webhooks can reach private addresses and go over plain http. Unset it unless every endpoint is trusted.',
      );
    }
    await registerPermissions(strapi);
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await strapi.plugin('webhooks').service<Connections>('connections').destroy();
  },
};
