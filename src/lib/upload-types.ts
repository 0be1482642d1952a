/** A type of file that editors may upload. */
export interface UploadType {
  /** The endings that a file of the type may have, as `path.extname` gives them, in lower case. */
  extensions: readonly string[];
  /** What a picture's decoder calls the type; undefined for documents. */
  picture?: 'jpeg' | 'png' | 'gif' | 'webp' | 'avif';
}

/**
 * Which files editors may upload, by media type: pictures and documents, nothing that a browser
 * would run. SVG is a document with scripts, and so it is not among them.
 */
export const UPLOAD_TYPES: Readonly<Record<string, UploadType>> = {
  'image/jpeg': { extensions: ['.jpg', '.jpeg'], picture: 'jpeg' },
  'image/png': { extensions: ['.png'], picture: 'png' },
  'image/gif': { extensions: ['.gif'], picture: 'gif' },
  'image/webp': { extensions: ['.webp'], picture: 'webp' },
  'image/avif': { extensions: ['.avif'], picture: 'avif' },
  'application/pdf': { extensions: ['.pdf'] },
};

/** The media type that a file's name promises; undefined where it is none that may be uploaded. */
export function promisedType(extension: string): string | undefined {
  const all = Object.entries(UPLOAD_TYPES);
  return all.find(([, { extensions }]) => extensions.includes(extension.toLowerCase()))?.[0];
}
