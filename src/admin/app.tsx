import logo from './assets/logo.svg';
import { translations } from './translations';

/** How the admin panel looks: our logo and name, four languages, no advertising. */
export default {
  config: {
    locales: ['fr', 'es', 'de'],
    auth: { logo },
    menu: { logo },
    notifications: { releases: false },
    tutorials: false,
    translations,
  },
};
