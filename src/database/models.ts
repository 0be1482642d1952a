import type { Struct } from '@strapi/strapi';

/** A content type or a component. */
export type Model = Struct.Schema;

/** An attribute as far as queries need it; the packages of Strapi type attributes differently. */
export interface Attribute {
  type: string;
  target?: unknown;
  component?: unknown;
}

/** The content type or component of a uid. */
export const getModel = (uid: string): Model =>
  strapi.getModel(uid as Parameters<typeof strapi.getModel>[0]);

/** The content type at the other end of a relation; undefined for all other attributes. */
export function relationTarget(attribute: Attribute | undefined): Model | undefined {
  if (attribute?.type !== 'relation' || typeof attribute.target !== 'string') return undefined;
  return getModel(attribute.target);
}

/** What an attribute leads to: a relation, a component or a file; undefined for a value. */
export function targetOf(attribute: Attribute | undefined): Model | undefined {
  if (attribute?.type === 'component') return getModel(String(attribute.component));
  if (attribute?.type === 'media') return getModel('plugin::upload.file');
  return relationTarget(attribute);
}
