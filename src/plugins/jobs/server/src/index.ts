import type { Core } from '@strapi/strapi';
import queue from './services/queue';
import workers, { type Workers } from './services/workers';

const workersOf = (strapi: Core.Strapi) =>
  strapi.service('plugin::jobs.workers') as unknown as Workers;

/**
 * The plugin `jobs`: work that goes on behind the requests, kept in PostgreSQL by graphile-worker
 * (docs/decisions/0009-background-jobs.md).
 */
export default {
  services: { queue, workers },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await workersOf(strapi).prepare();
    // A process that serves nobody, such as an import, leaves the work to those that do.
    if (strapi.config.get('plugin::jobs.worksOff')) {
      strapi.server.httpServer.once('listening', () => workersOf(strapi).start());
    }
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await workersOf(strapi).stop();
  },
};
