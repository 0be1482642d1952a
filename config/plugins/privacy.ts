import { parsePrivacyKeys } from '../environment/privacy-keys';
import { readSecrets } from '../environment/secrets';
import { localPlugin } from './local-plugin';

/** Personal data: the keys that protect them. */
export default () => ({
  enabled: true,
  resolve: localPlugin('privacy'),
  config: { keys: parsePrivacyKeys(readSecrets().PRIVACY_KEYS) },
});
