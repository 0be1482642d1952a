import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { RunningStrapi } from './strapi';

/** The headers of a request that somebody sends who is signed in. */
export interface Credentials extends Record<string, string> {
  Authorization: string;
}

interface TokenIssuer {
  issue(payload: { id: number }): Promise<string>;
}

interface ApiTokens {
  create(attributes: object): Promise<{ accessKey: string }>;
}

interface PanelUsers {
  create(attributes: object): Promise<{ id: number }>;
}

/**
 * Signs somebody new in to the API.
 * @param role the role's type, such as `authenticated` for a member
 */
export async function signIn(strapi: Core.Strapi, role: string): Promise<Credentials> {
  const name = `${role}-${randomUUID()}`;
  const { id: roleId } = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: role } });
  const { id } = await strapi.db.query('plugin::users-permissions.user').create({
    data: {
      username: name,
      email: `${name}@example.org`,
      provider: 'local',
      confirmed: true,
      blocked: false,
      role: roleId,
    },
  });
  const issuer = strapi.plugin('users-permissions').service<TokenIssuer>('jwt');
  return { Authorization: `Bearer ${await issuer.issue({ id })}` };
}

/**
 * Makes an API token, as an administrator does in the panel.
 * @param permissions the actions that it allows
 */
export async function createApiToken(
  strapi: Core.Strapi,
  permissions: string[],
): Promise<Credentials> {
  const tokens = strapi.service('admin::api-token') as unknown as ApiTokens;
  const { accessKey } = await tokens.create({
    kind: 'content-api',
    name: `token-${randomUUID()}`,
    type: 'custom',
    permissions,
    lifespan: null,
  });
  return { Authorization: `Bearer ${accessKey}` };
}

/** Somebody who may work in the panel. */
interface PanelAccount {
  id: number;
  email: string;
  password: string;
}

/**
 * Makes an account of the panel.
 * @param role the role's code, such as `strapi-editor`
 */
export async function createPanelUser(strapi: Core.Strapi, role: string): Promise<PanelAccount> {
  const { id: roleId } = await strapi.db.query('admin::role').findOne({ where: { code: role } });
  const email = `${role}-${randomUUID()}@example.org`;
  const password = `Aa1-${randomUUID()}`;
  const users = strapi.service('admin::user') as unknown as PanelUsers;
  const { id } = await users.create({
    firstname: 'Panel',
    lastname: 'User',
    email,
    password,
    isActive: true,
    registrationToken: null,
    roles: [roleId],
  });
  return { id, email, password };
}

/** Somebody who works in the panel. */
export interface PanelUser {
  id: number;
  email: string;
  credentials: Credentials;
}

/**
 * Signs somebody new in to the panel.
 * @param role the role's code, such as `strapi-editor`
 */
export async function signInToPanel(
  { strapi, request }: RunningStrapi,
  role: string,
): Promise<PanelUser> {
  const { id, email, password } = await createPanelUser(strapi, role);
  const answer = await request.post('/admin/login').send({ email, password }).expect(200);
  return { id, email, credentials: { Authorization: `Bearer ${answer.body.data.token}` } };
}
