import { findRow } from '../database/rows';
import type { RoleDifference } from './difference';
import { API_ROLES, type ApiRole } from './roles';

const ROLE = 'plugin::users-permissions.role';
const PERMISSION = 'plugin::users-permissions.permission';

interface StoredRole {
  id: number;
  name: string;
  description: string;
  permissions: { id: number; action: string }[];
}

async function findRole(type: string): Promise<StoredRole | undefined> {
  return findRow<StoredRole>(ROLE, { where: { type }, populate: { permissions: true } });
}

/** What would have to change for one role of the API to match the table. */
async function compare(role: ApiRole): Promise<RoleDifference> {
  const stored = await findRole(role.type);
  const present = new Set(stored?.permissions.map(({ action }) => action));
  const wanted = new Set<string>(role.actions);
  return {
    role: `API role ${role.name}`,
    isNew: stored === undefined,
    granted: [...wanted].filter((action) => !present.has(action)),
    revoked: [...present].filter((action) => !wanted.has(action)),
    changed: [],
  };
}

/** Makes the role itself, or gives it the table's name and description. */
async function saveRole({ type, name, description }: ApiRole): Promise<StoredRole> {
  const roles = strapi.db.query(ROLE);
  const stored = await findRole(type);
  if (!stored) await roles.create({ data: { type, name, description } });
  else if (stored.name !== name || stored.description !== description) {
    await roles.update({ where: { id: stored.id }, data: { name, description } });
  }
  const saved = stored ?? (await findRole(type));
  if (!saved) throw new Error(`The API role ${type} could not be created`);
  return saved;
}

async function apply(role: ApiRole, { granted, revoked }: RoleDifference): Promise<void> {
  const permissions = strapi.db.query(PERMISSION);
  const { id, permissions: present } = await saveRole(role);
  for (const action of granted) await permissions.create({ data: { action, role: id } });
  const surplus = present.filter(({ action }) => revoked.includes(action));
  for (const permission of surplus) await permissions.delete({ where: { id: permission.id } });
}

/** How the roles of the API in the database differ from the table. */
export async function compareApiRoles(): Promise<RoleDifference[]> {
  return Promise.all(API_ROLES.map(compare));
}

/** Makes the roles of the API match the table; roles that it does not name are left alone. */
export async function syncApiRoles(): Promise<RoleDifference[]> {
  const differences = [];
  for (const role of API_ROLES) {
    const difference = await compare(role);
    await apply(role, difference);
    differences.push(difference);
  }
  return differences;
}
