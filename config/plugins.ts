import upload from './plugins/upload';
import usersPermissions from './plugins/users-permissions';

/** Every plugin that needs settings, one line each. */
export default () => ({
  upload: upload(),
  'users-permissions': usersPermissions(),
});
