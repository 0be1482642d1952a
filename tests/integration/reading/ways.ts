import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import { LISTS } from './secrets';

interface Attribute {
  type: string;
  target?: string;
  component?: string;
  private?: boolean;
}

/** The attributes of a content type or component. */
export function attributesOf(strapi: Core.Strapi, uid: string): [string, Attribute][] {
  return Object.entries(strapi.getModel(uid as UID.ContentType).attributes);
}

/** One way from a type along its relations. */
export interface Way {
  uid: string;
  names: string[];
  /** The type at its end. */
  target: string;
  /** Whether it goes through a step whose rows Strapi does not keep to the published ones. */
  isRisky: boolean;
}

const hasDrafts = (strapi: Core.Strapi, uid: string) =>
  contentTypes.hasDraftAndPublish(strapi.getModel(uid as UID.ContentType));

/** All ways of at most `depth` steps between types that visitors may read. */
export function waysFrom(strapi: Core.Strapi, uid: string, depth: number): Way[] {
  if (depth === 0) return [];
  return attributesOf(strapi, uid).flatMap(([name, attribute]) => {
    const { type, target } = attribute;
    if (type !== 'relation' || !target || !(target in LISTS) || attribute.private) return [];
    const leadsToDrafts = hasDrafts(strapi, target);
    const isRisky = leadsToDrafts && (name === 'localizations' || !hasDrafts(strapi, uid));
    return [
      { uid, names: [name], target, isRisky },
      ...waysFrom(strapi, target, depth - 1).map((way) => ({
        uid,
        names: [name, ...way.names],
        target: way.target,
        isRisky: isRisky || way.isRisky,
      })),
    ];
  });
}

/** Those of them that end at a type that has drafts. */
export function waysToDrafts(strapi: Core.Strapi, uid: string, depth: number): Way[] {
  return waysFrom(strapi, uid, depth).filter(({ target }) => hasDrafts(strapi, target));
}

/** Names as they stand in an address: `[blogs][title]`. */
export const brackets = (names: readonly (string | number)[]) =>
  names.map((name) => `[${name}]`).join('');
