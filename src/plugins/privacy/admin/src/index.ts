import type { StrapiApp } from '@strapi/strapi/admin';
import { Lock } from '@strapi/icons';

import { PAGE_PERMISSIONS } from './permissions';
import { PLUGIN_ID, ROOT } from './plugin-id';
import { loadTexts } from './translations';

/** The panel's half of the plugin: an entry of the menu, its page, and the page's texts. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    app.addMenuLink({
      to: ROOT,
      icon: Lock,
      intlLabel: { id: `${PLUGIN_ID}.title`, defaultMessage: 'Privacy' },
      permissions: PAGE_PERMISSIONS,
      position: 5,
      Component: () => import('./pages/app'),
    });
  },
  registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(locales.map(loadTexts));
  },
};
