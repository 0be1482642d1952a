import type { UID } from '@strapi/strapi';

/** A service module's default export: what makes the service. */
type ServiceFactory = (...parameters: never[]) => object;

/**
 * The running service of a uid, with the type of the module that makes it; Strapi itself types its
 * methods as `any`.
 * @example serviceOf<typeof blogService>('api::blog.blog').latest({ limit: 5 })
 */
export function serviceOf<Factory extends ServiceFactory>(uid: UID.Service): ReturnType<Factory> {
  return strapi.service(uid) as unknown as ReturnType<Factory>;
}
