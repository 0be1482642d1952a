import { errors } from '@strapi/utils';
import sharp, { type Sharp } from 'sharp';
import type { UploadType } from '../../lib/upload-types';

type Format = NonNullable<UploadType['picture']>;

/** The most pixels that a picture may have, all frames together: a camera's 50 megapixels fit. */
const MAX_PIXELS = 64_000_000;

/** How each format is written again: near what it was, so that nobody sees a difference. */
const WRITE: Record<Format, (picture: Sharp) => Sharp> = {
  jpeg: (picture) => picture.jpeg({ quality: 95 }),
  png: (picture) => picture.png(),
  gif: (picture) => picture.gif(),
  webp: (picture) => picture.webp({ quality: 95 }),
  avif: (picture) => picture.avif({ quality: 75, effort: 2 }),
};

/** What libvips calls a file of the format. */
const isFormat = (found: string | undefined, format: Format) =>
  found === (format === 'avif' ? 'heif' : format);

/** Whether an error says that the file is no sound picture, as all of libvips' do. */
function refuse(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  throw new errors.ValidationError(
    'The picture is damaged, or not of the type that its name says. ' +
      'Save it again with a program for pictures, and upload that file.',
  );
}

/**
 * Writes a picture again from its pixels. What a file carries beside them stays behind: the place
 * where it was taken, and whatever somebody hid in it.
 * @throws ValidationError when the file is no sound picture of the format, or too large
 */
export async function cleanPicture(source: string, format: Format, target: string) {
  const picture = sharp(source, { animated: true, failOn: 'error', limitInputPixels: false });
  // Read from the header alone: a small file can promise more pixels than memory has room for.
  const { width, height, format: found } = await picture.metadata().catch(refuse);
  if (!isFormat(found, format)) refuse(new Error('another format'));
  if (width * height > MAX_PIXELS) {
    throw new errors.ValidationError(
      `The picture has ${width} × ${height} pixels, more than ${MAX_PIXELS / 1e6} million. ` +
        'Make it smaller, and upload it again.',
    );
  }
  return WRITE[format](picture.autoOrient()).toFile(target).catch(refuse);
}
