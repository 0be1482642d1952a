import type { PERMISSIONS } from '../../server/src/admin-api';

interface Permission<Name extends keyof typeof PERMISSIONS> {
  action: (typeof PERMISSIONS)[Name];
  subject: null;
}

const READ: Permission<'read'> = { action: 'plugin::webhooks.read', subject: null };
const MANAGE: Permission<'manage'> = { action: 'plugin::webhooks.manage', subject: null };
const REPLAY: Permission<'replay'> = { action: 'plugin::webhooks.replay', subject: null };

/** Who sees the page. */
export const PAGE_PERMISSIONS = [READ];

/** What the page asks about the person who sees it; `useRBAC` derives its answers' names. */
export const ACTION_PERMISSIONS = [MANAGE, REPLAY];
