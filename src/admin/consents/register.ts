import { Shield } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

const POLICY = 'api::cookie-policy.cookie-policy';

/** Shows the answers to the cookie notice on the home page of those who may read its policies. */
export function registerConsentWidget({ widgets }: Pick<StrapiApp, 'widgets'>): void {
  widgets.register({
    id: 'consents',
    icon: Shield,
    title: { id: 'consents.title', defaultMessage: 'Answers to the cookie notice' },
    link: {
      label: { id: 'consents.policy', defaultMessage: 'Cookie policies' },
      href: `/content-manager/collection-types/${POLICY}`,
    },
    component: async () => (await import('./widget')).ConsentWidget,
    permissions: [{ action: 'plugin::content-manager.explorer.read', subject: POLICY }],
  });
}
