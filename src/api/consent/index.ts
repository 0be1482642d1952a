import type { Core } from '@strapi/strapi';
import { jobQueue, type JobContext } from '../../plugins/jobs/accessor';
import { people } from '../../plugins/privacy/accessor';
import { consents } from './personal-data';
import { forgetOldSubjects } from './subjects';

const FORGET = 'consents.forget-subjects';

/** UTC, each night at a time at which little happens. */
const EACH_NIGHT = '43 3 * * *';

/** Who may read cookie policies in the panel may see how visitors answer to them. */
const READ_POLICIES = {
  action: 'plugin::content-manager.explorer.read',
  subject: 'api::cookie-policy.cookie-policy',
};

/**
 * The panel's route. It is added here because Strapi makes every route in an API's `routes` folder
 * one of the content API, whatever type it declares.
 */
function addPanelRoute(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    routes: [
      {
        method: 'GET',
        path: '/consents/summary',
        handler: 'consent.summary',
        info: { apiName: 'consent' },
        config: {
          policies: [
            'admin::isAuthenticatedAdmin',
            { name: 'admin::hasPermissions', config: { actions: [READ_POLICIES] } },
          ],
        },
      },
    ],
  });
}

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    const queue = jobQueue();
    queue.handle(FORGET, (_payload: object, { signal }: JobContext) => forgetOldSubjects(signal));
    queue.schedule(FORGET, EACH_NIGHT);
    addPanelRoute(strapi);
    people().holdData(consents);
  },
};
