import { readVariables } from './environment/variables';

// Strapi's columns hold times without a zone, written in the zone of the process: with any zone but
// UTC they would mean something else on another machine, and twice a year on the same one.
process.env.TZ = 'UTC';

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
