import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** The part of the content manager that changes. */
interface ContentManager {
  controllers: { relations: Record<'findAvailable' | 'findExisting', Core.ControllerHandler> };
}

/** What may be asked of the documents that a relation can lead to: not what stands behind them. */
const REFUSED = ['populate', 'fields', 'lookup'];

/**
 * The panel asks here which documents a relation can lead to. Strapi answers without taking out what
 * the asker may not see: with `populate`, the accounts of authors come with their password's hash and
 * their token for a new password, for every editor to take. The panel itself never asks for more than
 * a name.
 */
function namesAlone(find: Core.ControllerHandler): Core.ControllerHandler {
  return (context, next) => {
    const refused = REFUSED.find((name) => context.query[name] !== undefined);
    if (refused !== undefined) {
      throw new errors.ValidationError(`Relations are listed by name: leave out ${refused}.`);
    }
    return find(context, next);
  };
}

/** Guards the routes of the content manager that do not guard themselves. */
export default function extendContentManager(plugin: Core.Plugin): Core.Plugin {
  const { relations } = (plugin as unknown as ContentManager).controllers;
  relations.findAvailable = namesAlone(relations.findAvailable.bind(relations));
  relations.findExisting = namesAlone(relations.findExisting.bind(relations));
  return plugin;
}
