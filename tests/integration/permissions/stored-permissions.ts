/** The permissions in the database, as the tests of roles read and spoil them. */

const API_ROLE = 'plugin::users-permissions.role';
const API_PERMISSION = 'plugin::users-permissions.permission';
const PANEL_ROLE = 'admin::role';
const PANEL_PERMISSION = 'admin::permission';
const EXPLORER = 'plugin::content-manager.explorer';

interface Permission {
  id: number;
  action: string;
  role: string | undefined;
  subject?: string | null;
  properties?: unknown;
  conditions?: unknown;
}

interface PanelPermission {
  id: number;
  properties: { fields?: string[]; locales?: string[] };
}

async function apiRole(type: string): Promise<number> {
  return (await strapi.db.query(API_ROLE).findOne({ where: { type } })).id;
}

async function panelRole(code: string): Promise<number> {
  return (await strapi.db.query(PANEL_ROLE).findOne({ where: { code } })).id;
}

/** Every permission of every role. */
export async function allPermissions(): Promise<Permission[]> {
  const query = { populate: ['role'], orderBy: { id: 'asc' } };
  const api = await strapi.db.query(API_PERMISSION).findMany(query);
  const panel = await strapi.db.query(PANEL_PERMISSION).findMany(query);
  return [
    ...api.map(({ id, action, role }) => ({ id, action, role: role?.type })),
    ...panel.map(({ id, action, subject, properties, conditions, role }) => {
      return { id, action, subject, properties, conditions, role: role?.code };
    }),
  ];
}

/** What a role of the API may do. */
export async function apiActions(type: string): Promise<string[]> {
  const where = { role: { type } };
  const permissions = await strapi.db.query(API_PERMISSION).findMany({ where });
  return permissions.map(({ action }) => action as string);
}

export async function addApiPermission(type: string, action: string): Promise<void> {
  await strapi.db.query(API_PERMISSION).create({ data: { action, role: await apiRole(type) } });
}

/** What a role of the panel may do with a content type; undefined where it may not. */
export async function panelPermission(
  code: string,
  action: string,
  subject: string,
): Promise<PanelPermission | undefined> {
  const where = { role: { code }, action: `${EXPLORER}.${action}`, subject };
  return (await strapi.db.query(PANEL_PERMISSION).findOne({ where })) ?? undefined;
}

export async function addPanelPermission(
  code: string,
  action: string,
  subject: string,
): Promise<void> {
  const role = await panelRole(code);
  const data = { action: `${EXPLORER}.${action}`, subject, role, properties: {}, conditions: [] };
  await strapi.db.query(PANEL_PERMISSION).create({ data });
}

/** Makes a permission of the panel reach these fields only. */
export async function updatePanelPermission(
  code: string,
  action: string,
  subject: string,
  fields: string[],
): Promise<void> {
  const permission = await panelPermission(code, action, subject);
  const properties = { ...permission?.properties, fields };
  await strapi.db
    .query(PANEL_PERMISSION)
    .update({ where: { id: permission?.id }, data: { properties } });
}

/** Takes a permission from a role: an action of the API, or one on a content type in the panel. */
export async function removePermission(
  role: string,
  action: string,
  subject?: string,
): Promise<void> {
  if (subject === undefined) {
    const where = { action, role: { id: await apiRole(role) } };
    await strapi.db.query(API_PERMISSION).delete({ where });
    return;
  }
  const id = (await panelPermission(role, action, subject))?.id;
  await strapi.db.query(PANEL_PERMISSION).delete({ where: { id } });
}

/** Makes a role of the API and one of the panel that the table does not name. */
export async function createRoles(name: string): Promise<void> {
  await strapi.db.query(API_ROLE).create({ data: { name, type: name, description: name } });
  await strapi.db.query(PANEL_ROLE).create({ data: { name, code: name, description: name } });
}

/** Removes a role of the API and one of the panel, with their permissions. */
export async function removeRoles(name: string): Promise<void> {
  const api = { id: await apiRole(name) };
  await strapi.db.query(API_PERMISSION).deleteMany({ where: { role: api } });
  await strapi.db.query(API_ROLE).delete({ where: api });
  const panel = { id: await panelRole(name) };
  await strapi.db.query(PANEL_PERMISSION).deleteMany({ where: { role: panel } });
  await strapi.db.query(PANEL_ROLE).delete({ where: panel });
}
