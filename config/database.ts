import { readVariables } from './environment/variables';

// Strapi's columns hold times without a zone, written in the zone of the process: with any zone but
// UTC they would mean something else on another machine, and twice a year on the same one.
process.env.TZ = 'UTC';

/**
 * Longest wait for the answer to a query, in milliseconds: a connection that a firewall has dropped
 * without a word would hold its request or its job for ever. Migrations take less, too.
 */
const QUERY_LIMIT = 60_000;

/** PostgreSQL, the only database that Prospectus runs on. */
export default () => {
  const variables = readVariables();
  return {
    connection: {
      client: 'postgres',
      connection: {
        connectionString: variables.DATABASE_URL,
        keepAlive: true,
        query_timeout: QUERY_LIMIT,
      },
      pool: { min: 0, max: variables.DATABASE_POOL_MAX },
      acquireConnectionTimeout: 10_000,
    },
    // Migrations are TypeScript: they run from the build, before Strapi's own synchronisation.
    settings: { useTypescriptMigrations: true },
  };
};
