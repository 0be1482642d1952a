import type { Core } from '@strapi/strapi';
import { nameOwner } from './fields/name-owner';
import { prepareFields } from './fields/prepare-fields';
import { adoptKeys } from './keys/known-keys';
import catalogue, { type CatalogueService } from './services/catalogue';
import privacy, { type PrivacyService } from './services/privacy';
import { StorageSubscriber } from './storage/subscriber';

/** Has every read and write of tagged attributes decrypt and encrypt them. */
function protectStorage(strapi: Core.Strapi): void {
  const plugin = () => strapi.plugin('privacy');
  const readCatalogue = () => plugin().service<CatalogueService>('catalogue').read();
  strapi.documents.use(nameOwner(readCatalogue));
  strapi.db.lifecycles.subscribe(
    new StorageSubscriber(
      readCatalogue,
      () => plugin().service<PrivacyService>('privacy').keys,
      (error) => strapi.log.error(`Privacy: ${error.message}`),
    ).handle,
  );
}

/** The plugin `privacy`: personal data, by the tags in the schemas (docs/privacy.md). */
export default {
  services: { catalogue, privacy },

  register({ strapi }: { strapi: Core.Strapi }) {
    prepareFields(strapi);
    protectStorage(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const { keys } = strapi.plugin('privacy').service<PrivacyService>('privacy');
    await adoptKeys(keys);
  },
};
