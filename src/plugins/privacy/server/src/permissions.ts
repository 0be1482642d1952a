import type { Core } from '@strapi/strapi';

/** The part of Strapi's permission service that is called here. */
interface PermissionService {
  actionProvider: { registerMany(actions: object[]): Promise<void> };
}

/** What a role of the panel can be allowed; `PERMISSIONS` of admin-api.ts are their full names. */
const ACTIONS = [
  { uid: 'read', displayName: 'Find a person, export what is held, and see keys' },
  { uid: 'erase', displayName: 'Erase a person' },
  { uid: 'retention', displayName: 'See what is due for erasure' },
];

/** Makes the plugin's actions known to the panel, in `bootstrap`. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService;
  await actionProvider.registerMany(
    ACTIONS.map((action) => ({ ...action, section: 'plugins', pluginName: 'privacy' })),
  );
}
