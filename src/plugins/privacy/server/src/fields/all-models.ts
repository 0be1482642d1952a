import type { Core } from '@strapi/strapi';
import type { Model } from '../../../../../database/models';

/** All content types and components; Strapi types the registries of both as `any`. */
export function allModels(strapi: Core.Strapi): Model[] {
  const registries = [strapi.contentTypes, strapi.components] as unknown as Record<string, Model>[];
  return registries.flatMap((registry) => Object.values(registry));
}
