import { PERMISSIONS } from './admin-api';

/** A route of the panel: for those who are signed in to it and are allowed the action. */
function route(method: string, path: string, handler: string, action: string) {
  return {
    method,
    path,
    handler,
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        { name: 'admin::hasPermissions', config: { actions: [action] } },
      ],
    },
  };
}

const { read, erase, retention } = PERMISSIONS;

/** The routes below `/privacy`; admin-api.ts says what they take and answer. */
export const routes = {
  admin: {
    type: 'admin',
    routes: [
      route('POST', '/people/find', 'person.find', read),
      route('POST', '/people/export', 'person.export', read),
      route('POST', '/people/erase', 'person.erase', erase),
      route('GET', '/retention', 'retention.find', retention),
      route('GET', '/keys', 'keys.find', read),
    ],
  },
};
