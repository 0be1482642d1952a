import type { StrapiApp } from '@strapi/strapi/admin';
import logo from './assets/logo.svg';
import { registerConsentWidget } from './consents/register';
import { showSpamVerdict } from './spam-verdict';
import { translations } from './translations';

/**
 * How the admin panel looks: our logo and name, four languages, no advertising; and what it shows
 * beside documents and on the home page.
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
  register(app: Pick<StrapiApp, 'widgets'>) {
    registerConsentWidget(app);
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    showSpamVerdict(app.getPlugin('content-manager').apis);
  },
};
