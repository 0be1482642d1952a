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
    cron: { enabled: variables.CRON_ENABLED },
    logger: { startup: { enabled: false }, updates: { enabled: false } },
  };
};
