import { readVariables } from './environment/variables';

/** PostgreSQL, the only database that Prospectus runs on. */
export default () => {
  const variables = readVariables();
  return {
    connection: {
      client: 'postgres',
      connection: { connectionString: variables.DATABASE_URL },
      pool: { min: 0, max: variables.DATABASE_POOL_MAX },
      acquireConnectionTimeout: 10_000,
    },
    // Migrations are TypeScript: they run from the build, before Strapi's own synchronisation.
    settings: { useTypescriptMigrations: true },
  };
};
