const MEBIBYTE = 1024 * 1024;

/** The largest file that anybody may upload, in bytes. */
export const MAX_UPLOAD_BYTES = 25 * MEBIBYTE;

/** Which files editors may upload: pictures and documents; nothing that a browser would run. */
export default () => ({
  config: {
    sizeLimit: MAX_UPLOAD_BYTES,
    security: {
      allowedTypes: [
        'image/jpeg',
        'image/png',
        'image/gif',
        'image/webp',
        'image/avif',
        'application/pdf',
      ],
      deniedTypes: ['image/svg+xml', 'text/html'],
    },
  },
});
