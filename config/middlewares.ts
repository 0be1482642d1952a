import { publicUrl, readVariables } from './environment/variables';
import { PANEL_PATH } from './admin';
import { MAX_UPLOAD_BYTES } from './plugins/upload';

const KIBIBYTE = 1024;

/** Which routes take which bodies. */
const bodyPolicy = {
  uploads: ['/upload', '/api/upload'],
  json: [
    { method: 'POST', path: '/api/enquiries', maxBytes: 64 * KIBIBYTE },
    { method: 'POST', path: '/api/consents', maxBytes: 16 * KIBIBYTE },
  ],
};

/**
 * Where answers may carry personal data or secrets: enquiries, consents, members, and in the panel all
 * content types, webhooks and privacy.
 */
const personal = [
  '/api/enquiries',
  '/api/consents',
  '/api/auth',
  '/api/users',
  '/content-manager',
  '/webhooks',
  '/privacy',
];

/** Below these, a path is a secret: whoever has a receipt can withdraw the consent. */
const secretPaths = ['/api/consents'];

/** What a page elsewhere may send beside the few headers that browsers always allow. */
const REQUEST_HEADERS = [
  'Accept',
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'X-Strapi-Refresh-Cookie',
];

/** What it may read of an answer's headers. */
const ANSWER_HEADERS = ['Location', 'Retry-After', 'X-Request-Id'];

/** What every request passes through, in this order. */
export default () => {
  const variables = readVariables();
  return [
    { name: 'global::request-id', config: { trustedProxies: variables.TRUSTED_PROXIES } },
    { name: 'global::request-log', config: { secretPaths } },
    'strapi::errors',
    'strapi::security',
    { name: 'global::page-security', config: { panel: PANEL_PATH } },
    { name: 'global::no-store', config: { paths: personal } },
    'global::error-responses',
    {
      name: 'global::client-address',
      config: { trustedProxies: variables.TRUSTED_PROXIES },
    },
    {
      name: 'strapi::cors',
      config: {
        origin: variables.CORS_ORIGINS ?? [new URL(publicUrl(variables)).origin],
        headers: REQUEST_HEADERS,
        expose: ANSWER_HEADERS,
      },
    },
    'strapi::query',
    { name: 'global::body-policy', config: bodyPolicy },
    { name: 'global::body-deadline', config: { seconds: variables.NODE_ENV === 'test' ? 1 : 15 } },
    {
      name: 'strapi::body',
      // The text is what global::parsed-body-limit measures.
      config: {
        jsonLimit: '1mb',
        formLimit: '64kb',
        textLimit: '64kb',
        includeUnparsed: true,
        formidable: { maxFileSize: MAX_UPLOAD_BYTES },
      },
    },
    { name: 'global::parsed-body-limit', config: bodyPolicy },
    'strapi::session',
    { name: 'strapi::favicon', config: { path: 'public/favicon.png' } },
    'global::home-page',
    'strapi::public',
  ];
};
