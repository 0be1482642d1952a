import { publicUrl, readVariables } from './environment/variables';

export default () => {
  const variables = readVariables();
  return [
    'strapi::logger',
    'strapi::errors',
    'strapi::security',
    {
      name: 'strapi::cors',
      config: { origin: variables.CORS_ORIGINS ?? [publicUrl(variables)] },
    },
    'strapi::query',
    { name: 'strapi::body', config: { jsonLimit: '1mb', formLimit: '64kb', textLimit: '64kb' } },
    'strapi::session',
    'strapi::favicon',
    'strapi::public',
  ];
};
