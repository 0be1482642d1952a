import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { projectRoot } from '../project-root';

/** Keeps the generated login so that a second run can show it again; only its owner reads it. */
export const LOGIN_FILE = path.join(projectRoot, '.data', 'demo-login.json');

interface Login {
  email: string;
  password: string;
}

/** What the person at the terminal can be told about signing in. */
export type Administrator =
  | ({ isKnown: true } & Login)
  /** Somebody has changed the password, or made the first administrator, in the panel. */
  | { isKnown: false; email: string | undefined };

async function readLogin(file: string): Promise<Login | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Login;
  } catch (error) {
    // Cut off by a crash: as good as none.
    if (error instanceof SyntaxError) return undefined;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A password that satisfies the panel's rules: upper and lower case and a digit, 120 random bits. */
function generatePassword(): string {
  return `${randomBytes(15).toString('base64url')}aA1`;
}

/** Written before the account is made: a login that opens nothing yet does no harm. */
async function keepNewLogin(file: string): Promise<Login> {
  const login = { email: 'admin@example.com', password: generatePassword() };
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(login, undefined, 2), { mode: 0o600 });
  return login;
}

/** What is asked of Strapi's services for the panel's accounts, whose types it keeps to itself. */
interface AdminServices {
  'admin::role': { getSuperAdmin(): Promise<{ id: number }> };
  'admin::user': { exists(): Promise<boolean>; create(values: object): Promise<unknown> };
  'admin::auth': { validatePassword(password: string, hash: string): Promise<boolean> };
}

function adminService<Name extends keyof AdminServices>(
  strapi: Core.Strapi,
  name: Name,
): AdminServices[Name] {
  return strapi.service(name) as AdminServices[Name];
}

async function createAdministrator(strapi: Core.Strapi, login: Login): Promise<void> {
  const { id } = await adminService(strapi, 'admin::role').getSuperAdmin();
  await adminService(strapi, 'admin::user').create({
    ...login,
    firstname: 'Demo',
    lastname: 'Administrator',
    isActive: true,
    roles: [id],
    registrationToken: null,
  });
}

async function isCurrent(strapi: Core.Strapi, { email, password }: Login): Promise<boolean> {
  const user = (await strapi.db
    .query('admin::user')
    .findOne({ where: { email, isActive: true } })) as { password: string } | null;
  if (!user) return false;
  return adminService(strapi, 'admin::auth').validatePassword(password, user.password);
}

/**
 * Makes the first administrator of a new installation, or finds out whether its login still holds.
 * @param file keeps the generated login
 */
export async function ensureAdministrator(
  strapi: Core.Strapi,
  file = LOGIN_FILE,
): Promise<Administrator> {
  const kept = await readLogin(file);
  if (!(await adminService(strapi, 'admin::user').exists())) {
    const login = kept ?? (await keepNewLogin(file));
    await createAdministrator(strapi, login);
    return { isKnown: true, ...login };
  }
  if (kept && (await isCurrent(strapi, kept))) return { isKnown: true, ...kept };
  return { isKnown: false, email: kept?.email };
}
