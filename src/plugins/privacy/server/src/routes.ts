import { panelRoute as route } from '../../../../http/panel-route';
import { PERMISSIONS } from './admin-api';

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
