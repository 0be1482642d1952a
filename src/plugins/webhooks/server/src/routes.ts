import { panelRoute as route } from '../../../../http/panel-route';
import { PERMISSIONS } from './admin-api';

const { read, manage, replay } = PERMISSIONS;

/** The routes below `/webhooks`; admin-api.ts says what they take and answer. */
export const routes = {
  admin: {
    type: 'admin',
    routes: [
      route('GET', '/endpoints', 'endpoint.find', read),
      route('POST', '/endpoints', 'endpoint.create', manage),
      route('GET', '/endpoints/:id', 'endpoint.findOne', read),
      route('PUT', '/endpoints/:id', 'endpoint.update', manage),
      route('DELETE', '/endpoints/:id', 'endpoint.delete', manage),
      route('POST', '/endpoints/:id/rotate', 'endpoint.rotate', manage),
      route('GET', '/endpoints/:id/secret', 'endpoint.secret', manage),
      route('POST', '/endpoints/:id/test', 'endpoint.test', manage),
      route('POST', '/endpoints/:id/replay', 'endpoint.replay', replay),
      route('GET', '/deliveries', 'delivery.find', read),
      route('GET', '/deliveries/:id', 'delivery.findOne', read),
      route('POST', '/deliveries/:id/replay', 'delivery.replay', replay),
    ],
  },
};
