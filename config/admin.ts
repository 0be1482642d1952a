import { readSecrets } from './environment/secrets';

/** Where the panel is served. */
export const PANEL_PATH = '/admin';

/** The admin panel: its secrets, and what it does not show. */
export default () => {
  const secrets = readSecrets();
  return {
    url: PANEL_PATH,
    auth: { secret: secrets.ADMIN_JWT_SECRET },
    apiToken: { salt: secrets.API_TOKEN_SALT },
    transfer: { token: { salt: secrets.TRANSFER_TOKEN_SALT } },
    secrets: { encryptionKey: secrets.ENCRYPTION_KEY },
    flags: { nps: false, promoteEE: false },
    preview: { enabled: false },
    watchIgnoreFiles: ['**/.data/**', '**/database/demo/**', '**/docs/**', '**/tests/**'],
  };
};
