const MEBIBYTE = 1024 * 1024;

/** Which files editors may upload: pictures and documents; nothing that a browser would run. */
export default () => ({
  config: {
    sizeLimit: 25 * MEBIBYTE,
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
