import type { Core } from '@strapi/strapi';

/** What a controller action is given: Koa's context with Strapi's additions. */
export type Context = Parameters<Core.ControllerHandler>[0];

/** What every core controller can do; Strapi types it as optional. */
export interface CoreController {
  validateQuery(context: Context): Promise<void>;
  sanitizeQuery(context: Context): Promise<Record<string, unknown>>;
  sanitizeOutput(data: unknown, context: Context): Promise<unknown>;
  transformResponse(data: unknown, meta?: object): unknown;
}

/** An answer in Strapi's format. */
export interface Answer<T> {
  data: T;
  meta: object;
}

/** A part of the path that the route names, such as `slug` in `/blogs/by-slug/:slug`. */
export function pathParameter(context: Context, name: string): string {
  return (context.params as Record<string, string | undefined>)[name] ?? '';
}

/**
 * The query of a generated route, checked and without what the client may not ask for.
 * @param controller the core controller that the action belongs to (`this`)
 * @throws ValidationError for what Strapi does not know
 */
export async function readQuery(controller: Partial<CoreController>, context: Context) {
  const core = controller as CoreController;
  await core.validateQuery(context);
  return core.sanitizeQuery(context);
}

/**
 * Answers with documents: takes out what the client may not see, and wraps the rest in
 * `{ data, meta }`.
 * @param controller the core controller that the action belongs to (`this`)
 */
export async function respond<T = unknown>(
  controller: Partial<CoreController>,
  context: Context,
  documents: unknown,
  meta?: object,
): Promise<Answer<T>> {
  const core = controller as CoreController;
  return core.transformResponse(await core.sanitizeOutput(documents, context), meta) as Answer<T>;
}
