import type { Core } from '@strapi/strapi';

/** What a controller action is given: Koa's context with Strapi's additions. */
export type Context = Parameters<Core.ControllerHandler>[0];

/** What every core controller can do; Strapi types it as optional. */
export interface CoreController {
  sanitizeOutput(data: unknown, context: Context): Promise<unknown>;
  transformResponse(data: unknown, meta?: object): unknown;
}

/**
 * Answers with documents: takes out what the client may not see, and wraps the rest in
 * `{ data, meta }`.
 * @param controller the core controller that the action belongs to (`this`)
 */
export async function respond(
  controller: Partial<CoreController>,
  context: Context,
  documents: unknown,
): Promise<unknown> {
  const { sanitizeOutput, transformResponse } = controller as CoreController;
  const visible = await sanitizeOutput.call(controller, documents, context);
  return transformResponse.call(controller, visible);
}
