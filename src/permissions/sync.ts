import type { Core } from '@strapi/strapi';
import { inTransaction, lock } from '../database/transaction';
import { compareAdminRoles, syncAdminRoles } from './admin-roles';
import { compareApiRoles, syncApiRoles } from './api-roles';
import { describeDifference, differs, type RoleDifference } from './difference';

/**
 * Makes the roles in the database match `roles.ts`: grants, and revokes what is not listed. The log
 * shows every change; a second run changes nothing. Of instances that start at the same moment one
 * does it, and the others wait and find it done.
 */
export async function syncPermissions(strapi: Core.Strapi): Promise<void> {
  const differences = await inTransaction(async (transaction) => {
    await lock(transaction, 'permissions');
    return [...(await syncApiRoles()), ...(await syncAdminRoles(strapi))];
  });
  const lines = differences.filter(differs).flatMap(describeDifference);
  if (lines.length > 0) strapi.log.info(`Permissions changed:\n${lines.join('\n')}`);
}

/** The roles in the database that differ from `roles.ts`; nothing is changed. */
export async function findPermissionDrift(strapi: Core.Strapi): Promise<RoleDifference[]> {
  const differences = [...(await compareApiRoles()), ...(await compareAdminRoles(strapi))];
  return differences.filter(differs);
}
