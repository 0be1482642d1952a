import { readSecrets } from './environment/secrets';
import { publicUrl, readVariables } from './environment/variables';

const SECOND = 1000;

/**
 * How long a client may take, in milliseconds: whoever sends a byte now and then would keep a
 * connection for ever. The largest upload passes at 90 KiB a second within the limit of the whole;
 * bodies of other requests have a limit of their own, in `global::body-deadline`.
 */
const PATIENCE = {
  headersTimeout: 10 * SECOND,
  requestTimeout: 300 * SECOND,
  keepAliveTimeout: 10 * SECOND,
  connectionsCheckingInterval: 2 * SECOND,
};

/** Where the server listens, and its address as visitors know it. */
export default () => {
  const variables = readVariables();
  return {
    host: variables.HOST,
    port: variables.PORT,
    url: publicUrl(variables),
    http: { serverOptions: PATIENCE },
    app: {
      keys: readSecrets()
        .APP_KEYS.split(',')
        .map((key) => key.trim()),
    },
    // A transfer turns the database's hooks off in the whole process: whatever visitors send
    // meanwhile would be stored in clear.
    transfer: { remote: { enabled: false } },
    cron: { enabled: variables.CRON_ENABLED },
    logger: { startup: { enabled: false }, updates: { enabled: false } },
  };
};
