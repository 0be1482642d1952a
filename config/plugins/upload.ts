import { UPLOAD_TYPES } from '../../src/lib/upload-types';

const MEBIBYTE = 1024 * 1024;

/** The largest file that anybody may upload, in bytes. */
export const MAX_UPLOAD_BYTES = 25 * MEBIBYTE;

/** Which files editors may upload; their content is checked in src/extensions/upload. */
export default () => ({
  config: {
    sizeLimit: MAX_UPLOAD_BYTES,
    security: { allowedTypes: Object.keys(UPLOAD_TYPES) },
  },
});
