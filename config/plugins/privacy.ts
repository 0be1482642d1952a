import { parsePrivacyKeys } from '../environment/privacy-keys';
import { readSecrets } from '../environment/secrets';
import { localPlugin } from './local-plugin';

/**
 * Personal data: the keys that protect them, and how long they are kept. Content types say that in
 * their schemas; `contentTypes` says otherwise, by uid, such as
 * `{ 'api::enquiry.enquiry': { after: 'P1Y', since: ['createdAt'] } }`, or `false` for good.
 */
export default () => ({
  enabled: true,
  resolve: localPlugin('privacy'),
  config: {
    keys: parsePrivacyKeys(readSecrets().PRIVACY_KEYS),
    retention: { noticeDays: 7, contentTypes: {} },
  },
});
