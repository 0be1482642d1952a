import { createStrapi, type Core } from '@strapi/strapi';

import { acquireDatabase, type Database } from './database';
import { distRoot, projectRoot } from './project-root';
import { readSecrets } from '../config/environment/secrets';
import { readVariables } from '../config/environment/variables';

/** Longest wait for Strapi to close, in milliseconds; a deployment that waits longer kills it. */
const CLOSE_LIMIT = 15_000;

/** Ends the process when closing hangs, so that a stop is a stop. */
function limitClosing(): NodeJS.Timeout {
  const giveUp = () => {
    console.error(`Strapi did not close within ${CLOSE_LIMIT / 1000} s; giving up.`);
    process.exit(1);
  };
  return setTimeout(giveUp, CLOSE_LIMIT).unref();
}

/**
 * Lets the database go when Strapi is destroyed. Strapi removes every listener of the process then,
 * exit hooks among them, so it has to happen as a part of it.
 */
function releaseWithStrapi(strapi: Core.Strapi, database: Database): void {
  const destroy = strapi.destroy.bind(strapi);
  strapi.destroy = async () => {
    const limit = limitClosing();
    try {
      await destroy();
    } finally {
      // Its own listeners are gone as well: a second Ctrl+C must not interrupt what is left.
      for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
      await database.release();
      clearTimeout(limit);
    }
  };
}

/** Settings that differ from those in `config/` for this process alone, by their path. */
type Settings = Record<string, unknown>;

async function loadOn(database: Database, settings: Settings): Promise<Core.Strapi> {
  // Strapi would wrap what is wrong with the environment in words of its own.
  readVariables();
  const strapi = createStrapi({ appDir: projectRoot, distDir: distRoot });
  for (const [name, value] of Object.entries(settings)) strapi.config.set(name, value);
  releaseWithStrapi(strapi, database);
  return strapi.load();
}

/**
 * Loads Strapi from `dist`, on the operator's database or the embedded one, without listening:
 * migrations and everything else that happens at start has happened then. `strapi.destroy()` closes
 * it and lets the database go, as SIGTERM and SIGINT do.
 * @param database where it has been acquired already
 * @throws ConfigurationError, EmbeddedPostgresError, or what Strapi throws while it loads; the
 *   process is not fit for another attempt then
 */
export async function loadStrapi(
  database?: Database,
  settings: Settings = {},
): Promise<Core.Strapi> {
  // Checked first, so that nothing is started in vain.
  readSecrets();
  const acquired = database ?? (await acquireDatabase());
  try {
    return await loadOn(acquired, settings);
  } catch (error) {
    await acquired.release();
    throw error;
  }
}

/**
 * Runs one task with a Strapi that serves nobody, and closes it.
 * @param settings where the task needs a start that differs from the server's
 * @returns what the task returns
 */
export async function withStrapi<T>(
  task: (strapi: Core.Strapi) => Promise<T>,
  settings?: Settings,
): Promise<T> {
  // Scheduled jobs belong to the servers.
  process.env.CRON_ENABLED ??= 'false';
  const strapi = await loadStrapi(undefined, settings);
  try {
    return await task(strapi);
  } finally {
    await strapi.destroy();
  }
}
