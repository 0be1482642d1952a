import type { Core } from '@strapi/strapi';
import { isDeepStrictEqual } from 'node:util';
import { encryptedFields } from './encrypted-fields';
import { mergeConfiguration } from './merge-configuration';
import type { AnyPanelConfiguration } from './panel-configuration';
import { toStrapiConfiguration, type StrapiConfiguration } from './strapi-configuration';

/** What the content manager stores for a schema; empty settings when it has stored nothing yet. */
interface StoredConfiguration {
  settings: object;
  metadatas: object;
  layouts: object;
}

/** The two services of the content manager that keep configurations, as far as we use them. */
interface ConfigurationService {
  findConfiguration(model: { uid: string }): Promise<StoredConfiguration>;
  updateConfiguration(model: { uid: string }, configuration: object): Promise<unknown>;
}

function configurationService(strapi: Core.Strapi, uid: string): ConfigurationService {
  const name = uid in strapi.components ? 'components' : 'content-types';
  return strapi.plugin('content-manager').service<ConfigurationService>(name);
}

/** Stores the code's configuration over the one it set before; false when none is stored yet. */
async function update(
  strapi: Core.Strapi,
  uid: string,
  applied: StrapiConfiguration | undefined,
  current: StrapiConfiguration,
): Promise<boolean> {
  const service = configurationService(strapi, uid);
  const { settings, metadatas, layouts } = await service.findConfiguration({ uid });
  if (Object.keys(settings).length === 0) return false;
  const stored = { settings, metadatas, layouts };
  // With nothing on record the stored one is Strapi's own guess: all of it gives way.
  const before = applied ?? (stored as StrapiConfiguration);
  await service.updateConfiguration({ uid }, mergeConfiguration(before, current, stored));
  return true;
}

/**
 * Carries changes of the code into configurations that an installation has stored already, and
 * records what it applied, so that the next release can tell an editor's change from its own
 * earlier value. Runs between the synchronisation of the database and the start of the content
 * manager, which then creates the configurations that are missing.
 */
export async function updateStoredConfigurations(
  strapi: Core.Strapi,
  panels: Record<string, AnyPanelConfiguration>,
): Promise<void> {
  const record = strapi.store({ type: 'core', name: 'panel' });
  const applied = (await record.get({ key: 'applied' })) as Record<
    string,
    StrapiConfiguration
  > | null;
  const current = Object.fromEntries(
    Object.entries(panels).map(([uid, panel]) => [
      uid,
      toStrapiConfiguration(panel, encryptedFields(strapi, uid)),
    ]),
  );
  const updated: string[] = [];
  for (const [uid, configuration] of Object.entries(current)) {
    if (isDeepStrictEqual(applied?.[uid], configuration)) continue;
    if (await update(strapi, uid, applied?.[uid], configuration)) updated.push(uid);
  }
  if (!isDeepStrictEqual(applied, current)) await record.set({ key: 'applied', value: current });
  if (updated.length > 0) strapi.log.info(`Panel configuration updated: ${updated.join(', ')}`);
}
