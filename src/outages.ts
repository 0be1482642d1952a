import type { Core } from '@strapi/strapi';
import { serviceUnavailable } from './errors';
import { describeOutage, isDatabaseOutage } from './lib/database-outage';

/** The part of a request that is read here. */
interface Request {
  get(header: string): string;
}

interface Strategy {
  name: string;
  authenticate(context: Request): Promise<{ authenticated: false }>;
}

interface AuthenticationService {
  register(type: 'content-api', strategy: Strategy): void;
}

/**
 * The users-permissions plugin takes whatever goes wrong while it reads permissions for wrong
 * credentials: visitors would be answered 401, and a website would sign its members out.
 *
 * This strategy is asked after all others have let nobody in. It lets nobody in, either, but fails
 * where the database does not answer; and for visitors, who need no credentials: theirs were not
 * wrong, their permissions could not be read.
 */
function tellFromWrongCredentials(strapi: Core.Strapi): void {
  const authentication: AuthenticationService = strapi.get('auth');
  authentication.register('content-api', {
    name: 'outage',
    async authenticate(context) {
      const permissions = await strapi.db
        .query('plugin::users-permissions.permission')
        .count({ where: { role: { type: 'public' } } });
      // Visitors who have any permission are let in as such, unless it could not be read.
      if (permissions > 0 && context.get('Authorization') === '') throw serviceUnavailable();
      return { authenticated: false };
    },
  });
}

/**
 * Strapi asks several things of the database at once and waits for the first that fails; when the
 * connection breaks, the others fail with nobody waiting, which would end the process. The request
 * has been answered by then. Any other error that nobody waits for ends the process as ever.
 */
function outliveQueries(strapi: Core.Strapi): void {
  process.on('unhandledRejection', (reason) => {
    if (!isDatabaseOutage(reason)) throw reason;
    strapi.log.error(`Database unavailable: ${describeOutage(reason)}`);
  });
}

/** Keeps the process up and its answers true while the database is away. */
export function surviveOutages(strapi: Core.Strapi): void {
  tellFromWrongCredentials(strapi);
  outliveQueries(strapi);
}
