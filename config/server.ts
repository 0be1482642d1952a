import { readSecrets } from './environment/secrets';
import { publicUrl, readVariables } from './environment/variables';

/** Where the server listens, and its address as visitors know it. */
export default () => {
  const variables = readVariables();
  return {
    host: variables.HOST,
    port: variables.PORT,
    url: publicUrl(variables),
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
