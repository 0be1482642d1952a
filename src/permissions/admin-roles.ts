import type { Core, Struct } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { isLocalized } from '../database/locale';
import { findRow, findRows } from '../database/rows';
import { differs, type RoleDifference } from './difference';
import { ADMIN_ROLES, type AdminRole, type ContentAction, type ContentRule } from './roles';

const ROLE = 'admin::role';

/** A permission of the panel as Strapi's role service takes and stores it. */
interface AdminPermission {
  action: string;
  subject: string | null;
  properties: { fields?: string[]; locales?: string[] };
  conditions: string[];
}

interface RoleService {
  create(role: Pick<AdminRole, 'code' | 'name' | 'description'>): Promise<{ id: number }>;
  assignPermissions(roleId: number, permissions: AdminPermission[]): Promise<unknown>;
}

interface ContentTypeService {
  getNestedFields(model: Struct.Schema, options: { components: object }): string[];
}

interface LocaleService {
  find(): Promise<{ code: string }[]>;
}

/** Reading and writing reach single fields; deleting and publishing the whole document. */
const FIELD_ACTIONS: readonly ContentAction[] = ['create', 'read', 'update'];

function contentPermissions(
  strapi: Core.Strapi,
  { actions, subjects, fields, conditions = [] }: ContentRule,
  locales: string[],
): AdminPermission[] {
  const service = strapi.service('admin::content-type') as unknown as ContentTypeService;
  return subjects.flatMap((subject) => {
    const model = strapi.contentType(subject);
    const allFields = service.getNestedFields(model, { components: strapi.components });
    const possible = actions.filter(
      (action) => action !== 'publish' || contentTypes.hasDraftAndPublish(model),
    );
    return possible.map((action) => ({
      action: `plugin::content-manager.explorer.${action}`,
      subject,
      properties: {
        ...(FIELD_ACTIONS.includes(action) ? { fields: [...(fields ?? allFields)] } : {}),
        ...(isLocalized(model) ? { locales } : {}),
      },
      conditions: [...conditions],
    }));
  });
}

/** All permissions that the table gives a role, in the form that the database holds. */
async function wantedPermissions(strapi: Core.Strapi, role: AdminRole): Promise<AdminPermission[]> {
  const service = strapi.plugin('i18n').service<LocaleService>('locales');
  const locales = (await service.find()).map(({ code }) => code);
  return [
    ...role.content.flatMap((rule) => contentPermissions(strapi, rule, locales)),
    ...role.actions.map(({ action, conditions = [] }) => ({
      action,
      subject: null,
      properties: {},
      conditions: [...conditions],
    })),
  ];
}

/** What a permission is about; a role has one permission for each. */
function describeTarget({ action, subject }: AdminPermission): string {
  return [action.replace('plugin::content-manager.explorer.', ''), subject]
    .filter(Boolean)
    .join(' ');
}

/** How two lists differ, as `name + added - removed`; undefined where they do not. */
function describeListChange(name: string, from: string[] = [], to: string[] = []) {
  const added = to.filter((item) => !from.includes(item)).map((item) => `+ ${item}`);
  const removed = from.filter((item) => !to.includes(item)).map((item) => `- ${item}`);
  const changes = [...added, ...removed];
  return changes.length > 0 ? `${name} ${changes.join(' ')}` : undefined;
}

/** How a permission has to change to be another on the same target; undefined where it is equal. */
function describeChange(from: AdminPermission, to: AdminPermission): string | undefined {
  const changes = [
    describeListChange('fields', from.properties.fields, to.properties.fields),
    describeListChange('locales', from.properties.locales, to.properties.locales),
    describeListChange('conditions', from.conditions, to.conditions),
  ].filter((change) => change !== undefined);
  return changes.length > 0 ? `${describeTarget(to)}: ${changes.join('; ')}` : undefined;
}

async function findRoleId(code: string): Promise<number | undefined> {
  const role = await findRow<{ id: number }>(ROLE, { select: ['id'], where: { code } });
  return role?.id;
}

async function compare(strapi: Core.Strapi, role: AdminRole): Promise<RoleDifference> {
  const id = await findRoleId(role.code);
  const stored =
    id === undefined
      ? []
      : await findRows<AdminPermission>('admin::permission', { where: { role: { id } } });
  const present = new Map(stored.map((permission) => [describeTarget(permission), permission]));
  const wanted = await wantedPermissions(strapi, role);
  const wantedTargets = new Set(wanted.map(describeTarget));
  return {
    role: `Panel role ${role.name}`,
    isNew: id === undefined,
    granted: [...wantedTargets].filter((target) => !present.has(target)),
    revoked: [...present.keys()].filter((target) => !wantedTargets.has(target)),
    changed: wanted.flatMap((permission) => {
      const before = present.get(describeTarget(permission));
      return (before && describeChange(before, permission)) ?? [];
    }),
  };
}

/** How the roles of the panel in the database differ from the table. */
export async function compareAdminRoles(strapi: Core.Strapi): Promise<RoleDifference[]> {
  return Promise.all(ADMIN_ROLES.map((role) => compare(strapi, role)));
}

/** Makes the roles of the panel match the table; roles that it does not name are left alone. */
export async function syncAdminRoles(strapi: Core.Strapi): Promise<RoleDifference[]> {
  const service = strapi.service(ROLE) as unknown as RoleService;
  const differences = [];
  for (const role of ADMIN_ROLES) {
    const difference = await compare(strapi, role);
    differences.push(difference);
    const { code, name, description } = role;
    const id = (await findRoleId(code)) ?? (await service.create({ code, name, description })).id;
    await strapi.db.query(ROLE).update({ where: { id }, data: { name, description } });
    if (differs(difference)) {
      await service.assignPermissions(id, await wantedPermissions(strapi, role));
    }
  }
  return differences;
}
