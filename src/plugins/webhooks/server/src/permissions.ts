import type { Core } from '@strapi/strapi';

/** The part of Strapi's permission service that is called here. */
interface PermissionService {
  actionProvider: { registerMany(actions: object[]): Promise<void> };
}

/** What a role of the panel can be allowed; `PERMISSIONS` of admin-api.ts are their full names. */
const ACTIONS = [
  { uid: 'read', displayName: 'See endpoints and deliveries' },
  { uid: 'manage', displayName: 'Create, change and delete endpoints, and see their secrets' },
  { uid: 'replay', displayName: 'Send deliveries again' },
  { uid: 'read-personal-data', displayName: 'See personal data in deliveries' },
];

/** Makes the plugin's actions known to the panel, in `bootstrap`. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService;
  await actionProvider.registerMany(
    ACTIONS.map((action) => ({ ...action, section: 'plugins', pluginName: 'webhooks' })),
  );
}
