import type { Core } from '@strapi/strapi';
import { API_ROLES, type ApiRole } from './roles';
import type { RoleDifference } from './difference';

const ROLE = 'plugin::users-permissions.role';
const PERMISSION = 'plugin::users-permissions.permission';

interface StoredRole {
  id: number;
  name: string;
  description: string;
  permissions: { id: number; action: string }[];
}

async function findRole(strapi: Core.Strapi, type: string): Promise<StoredRole | null> {
  return strapi.db.query(ROLE).findOne({ where: { type }, populate: { permissions: true } });
}

/** What would have to change for one role of the API to match the table. */
async function compare(strapi: Core.Strapi, role: ApiRole): Promise<RoleDifference> {
  const stored = await findRole(strapi, role.type);
  const present = new Set(stored?.permissions.map(({ action }) => action));
  const wanted = new Set<string>(role.actions);
  return {
    role: `API role ${role.name}`,
    isNew: stored === null,
    granted: [...wanted].filter((action) => !present.has(action)),
    revoked: [...present].filter((action) => !wanted.has(action)),
    changed: [],
  };
}

async function apply(
  strapi: Core.Strapi,
  role: ApiRole,
  difference: RoleDifference,
): Promise<void> {
  const { type, name, description } = role;
  const stored = await findRole(strapi, type);
  const id: number = stored?.id ?? (await strapi.db.query(ROLE).create({ data: role })).id;
  if (stored && (stored.name !== name || stored.description !== description)) {
    await strapi.db.query(ROLE).update({ where: { id }, data: { name, description } });
  }
  for (const action of difference.granted) {
    await strapi.db.query(PERMISSION).create({ data: { action, role: id } });
  }
  const surplus = stored?.permissions.filter(({ action }) => difference.revoked.includes(action));
  for (const { id: surplusId } of surplus ?? []) {
    await strapi.db.query(PERMISSION).delete({ where: { id: surplusId } });
  }
}

/** How the roles of the API in the database differ from the table. */
export async function compareApiRoles(strapi: Core.Strapi): Promise<RoleDifference[]> {
  return Promise.all(API_ROLES.map((role) => compare(strapi, role)));
}

/** Makes the roles of the API match the table; roles that it does not name are left alone. */
export async function syncApiRoles(strapi: Core.Strapi): Promise<RoleDifference[]> {
  const differences = [];
  for (const role of API_ROLES) {
    const difference = await compare(strapi, role);
    await apply(strapi, role, difference);
    differences.push(difference);
  }
  return differences;
}
