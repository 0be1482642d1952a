import type { Core } from '@strapi/strapi';
import type supertest from 'supertest';
import { createFactories, type Stored, type Values } from '../../helpers/factories';
import type { RunningStrapi } from '../../helpers/strapi';

/** A cookie as a policy lists it. */
export const cookie = (name: string) => ({
  name,
  provider: 'Academy',
  purpose: `What ${name} is for`,
  duration: '1 day',
});

/** A category of a policy. */
export const category = (key: string, changes: object = {}) => ({
  key,
  name: `The ${key} ones`,
  description: `Cookies that are ${key}`,
  required: false,
  cookies: [cookie(`_${key}`)],
  ...changes,
});

/** What a policy asks about: something that nobody can refuse, and two that anybody can. */
export const CATEGORIES = [
  category('necessary', { required: true }),
  category('analytics'),
  category('marketing'),
];

export const ACCEPT = { necessary: true, analytics: true, marketing: true };
export const REFUSE = { necessary: true, analytics: false, marketing: false };

/** Publishes a policy that is in force. */
export async function publishPolicy(
  strapi: Core.Strapi,
  values: Values = {},
  target: { locale?: string; documentId?: string } = {},
): Promise<Stored> {
  return createFactories(strapi).cookiePolicy({ categories: CATEGORIES, ...values }, target);
}

/** Sends an answer to the notice: of version 1 in English, refusing, except for what is said. */
export function answer(
  { request }: RunningStrapi,
  changes: object = {},
  headers: Record<string, string> = {},
): supertest.Test {
  const data = { policyVersion: 1, locale: 'en', choices: REFUSE, ...changes };
  return request.post('/api/consents').set(headers).send({ data });
}

/** The paths of the fields that an answer complains of. */
export function wrongPaths(body: { error: { details: { errors: { path: unknown }[] } } }) {
  return body.error.details.errors.map(({ path }) => path);
}

/** Rows of a table, read behind the API's back. */
export async function rowsOf(strapi: Core.Strapi, table: string): Promise<Values[]> {
  return strapi.db.connection<Values>(table).select();
}
