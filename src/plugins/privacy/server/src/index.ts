import type { Core } from '@strapi/strapi';
import { jobQueue } from '../../../jobs/accessor';
import keysController from './controllers/keys';
import person from './controllers/person';
import retentionController from './controllers/retention';
import { nameOwner } from './fields/name-owner';
import { prepareFields } from './fields/prepare-fields';
import { adoptKeys } from './keys/known-keys';
import { maskLog } from './logging/mask-log';
import { registerPermissions } from './permissions';
import { routes } from './routes';
import catalogue, { type CatalogueService } from './services/catalogue';
import keys, { type KeysService } from './services/keys';
import people from './services/people';
import privacy, { type PrivacyService } from './services/privacy';
import retention, { type RetentionService } from './services/retention';
import { StorageSubscriber } from './storage/subscriber';

/** The job that erases what nobody needs any more; each night (UTC), when little happens. */
const RETENTION = 'privacy.retention';
const EACH_NIGHT = '7 4 * * *';

/** The job that encrypts what was stored before its attribute was tagged. */
const ENCRYPT = 'privacy.encrypt';

/** Adds that job where there is something to do. */
async function encryptClearText(strapi: Core.Strapi): Promise<void> {
  try {
    const hasClearText = await strapi.plugin('privacy').service<KeysService>('keys').hasClearText();
    if (hasClearText) await jobQueue().add(ENCRYPT, {}, { key: ENCRYPT });
  } catch (error) {
    strapi.log.error(`Privacy: could not look for clear text: ${(error as Error).message}`);
  }
}

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
  controllers: { person, retention: retentionController, keys: keysController },
  routes,
  services: { catalogue, keys, people, privacy, retention },

  register({ strapi }: { strapi: Core.Strapi }) {
    maskLog(strapi, prepareFields(strapi));
    protectStorage(strapi);
    jobQueue().handle(RETENTION, async (_payload, { signal }) =>
      strapi.plugin('privacy').service<RetentionService>('retention').run(signal),
    );
    jobQueue().schedule(RETENTION, EACH_NIGHT);
    jobQueue().handle(ENCRYPT, async (_payload, { signal }) => {
      await strapi.plugin('privacy').service<KeysService>('keys').rotate({ signal });
    });
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const plugin = strapi.plugin('privacy');
    plugin.service<RetentionService>('retention').check();
    await registerPermissions(strapi);
    if (!strapi.config.get('privacy.checksKeysAtStart')) return;
    const isUsed = async (id: string) => id in (await plugin.service<KeysService>('keys').count());
    await adoptKeys(plugin.service<PrivacyService>('privacy').keys, isUsed);
    // Only where somebody does jobs: a script leaves it to the next server.
    strapi.server.httpServer.once('listening', () => void encryptClearText(strapi));
  },
};
