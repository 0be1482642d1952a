import { useRBAC } from '@strapi/strapi/admin';

import { ACTION_PERMISSIONS } from '../permissions';

/** What the person at the panel may do besides reading. */
export interface AllowedActions {
  canManage: boolean;
  canReplay: boolean;
}

/** Asks what the person at the panel may do; nothing until it is known. */
export function useAllowedActions(): AllowedActions {
  const { allowedActions } = useRBAC(ACTION_PERMISSIONS);
  return {
    canManage: allowedActions.canManage ?? false,
    canReplay: allowedActions.canReplay ?? false,
  };
}
