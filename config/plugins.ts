import email from './plugins/email';
import jobs from './plugins/jobs';
import upload from './plugins/upload';
import usersPermissions from './plugins/users-permissions';
import webhooks from './plugins/webhooks';

/** Every plugin that needs settings, one line each. */
export default () => ({
  email: email(),
  jobs: jobs(),
  upload: upload(),
  'users-permissions': usersPermissions(),
  webhooks: webhooks(),
});
