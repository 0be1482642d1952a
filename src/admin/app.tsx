import type { StrapiApp } from '@strapi/strapi/admin';
import logo from './assets/logo.svg';
import { showSpamVerdict } from './spam-verdict';
import { translations } from './translations';

/**
 * How the admin panel looks: our logo and name, four languages, no advertising; and what it shows
 * beside documents.
 */
export default {
  config: {
    locales: ['fr', 'es', 'de'],
    auth: { logo },
    menu: { logo },
    notifications: { releases: false },
    tutorials: false,
    translations,
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    showSpamVerdict(app.getPlugin('content-manager').apis);
  },
};
