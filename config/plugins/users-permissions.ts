import { readSecrets } from '../environment/secrets';

/** Members sign in with short access tokens and revocable refresh sessions. */
export default () => ({
  config: {
    jwtSecret: readSecrets().JWT_SECRET,
    jwtManagement: 'refresh',
    sessions: { accessTokenLifespan: 15 * 60 },
  },
});
