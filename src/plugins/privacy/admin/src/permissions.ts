import type { PERMISSIONS } from '../../server/src/admin-api';

interface Permission<Name extends keyof typeof PERMISSIONS> {
  action: (typeof PERMISSIONS)[Name];
  subject: null;
}

const READ: Permission<'read'> = { action: 'plugin::privacy.read', subject: null };
const ERASE: Permission<'erase'> = { action: 'plugin::privacy.erase', subject: null };
const RETENTION: Permission<'retention'> = { action: 'plugin::privacy.retention', subject: null };

/** Who sees the page: it shows to each what they may see. */
export const PAGE_PERMISSIONS = [READ, RETENTION];

/** What the page asks about the person who sees it; `useRBAC` derives its answers' names. */
export const ACTION_PERMISSIONS = [READ, ERASE, RETENTION];
