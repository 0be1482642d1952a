import type { Core, UID } from '@strapi/strapi';
import { components } from './components';
import { contentTypes } from './content-types';
import { encryptedFields } from './encrypted-fields';
import type { AnyPanelConfiguration } from './panel-configuration';
import { hiddenFields, toStrapiConfiguration } from './strapi-configuration';
import { updateStoredConfigurations } from './update-stored-configurations';

const panels: Record<string, AnyPanelConfiguration> = { ...contentTypes, ...components };

/** A loaded schema. Strapi's types leave out `config`, which its content manager reads. */
interface ConfigurableSchema {
  config?: { attributes?: Record<string, { hidden: true }> };
}

/** A moment of the start that Strapi lets others take part in; its types say nothing about it. */
interface StartHook {
  register(task: () => Promise<void>): void;
}

/**
 * Gives every content type and component the labels, hints, columns and rows that `src/panel`
 * sets. Call it in the application's `register()`: the content manager reads the defaults when it
 * starts after that, and what editors changed since stays as they left it.
 */
export function configurePanel(strapi: Core.Strapi): void {
  for (const [uid, panel] of Object.entries(panels)) {
    const schema = strapi.getModel(uid as UID.Schema) as ConfigurableSchema;
    const attributes = { ...schema.config?.attributes };
    for (const name of hiddenFields(panel)) attributes[name] = { hidden: true };
    Object.assign(schema, {
      config: { ...toStrapiConfiguration(panel, encryptedFields(strapi, uid)), attributes },
    });
  }
  const afterSync = strapi.hook('strapi::content-types.afterSync') as StartHook;
  afterSync.register(() => updateStoredConfigurations(strapi, panels));
}
