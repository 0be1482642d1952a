import type { Core, UID } from '@strapi/strapi';

/** The fields of a schema that are stored encrypted, by which nothing can be sorted. */
export function encryptedFields(strapi: Core.Strapi, uid: string): string[] {
  const attributes = Object.entries(strapi.getModel(uid as UID.Schema).attributes);
  return attributes.flatMap(([name, { pluginOptions = {} }]) =>
    'privacy' in pluginOptions ? [name] : [],
  );
}
