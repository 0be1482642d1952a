import email from './plugins/email';
import jobs from './plugins/jobs';
import privacy from './plugins/privacy';
import upload from './plugins/upload';
import usersPermissions from './plugins/users-permissions';
import webhooks from './plugins/webhooks';

/** Every plugin that needs settings, one line each. */
export default () => ({
  email: email(),
  jobs: jobs(),
  privacy: privacy(),
  upload: upload(),
  'users-permissions': usersPermissions(),
  webhooks: webhooks(),
});
