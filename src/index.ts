import type { Core } from '@strapi/strapi';
import { registerLifecycleHooks } from './lifecycle-hooks';
import { enableLocales } from './locales';
import { registerMails } from './mail/enquiry-mail';
import { closeConnections } from './mail/send';
import { warnOfOutbox } from './mail/warn-of-outbox';
import { surviveOutages } from './outages';
import { configurePanel } from './panel';
import { syncPermissions } from './permissions/sync';
import { startOneAtATime } from './start-lock';

/** What happens at start, by name. */
export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    startOneAtATime(strapi);
    registerLifecycleHooks(strapi);
    configurePanel(strapi);
    surviveOutages(strapi);
    registerMails(strapi);
    warnOfOutbox(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await enableLocales(strapi);
    if (strapi.config.get('permissions.syncAtStart')) await syncPermissions(strapi);
  },

  destroy() {
    closeConnections();
  },
};
