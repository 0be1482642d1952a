import { errors } from '@strapi/utils';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findForeignContent, isWholePdf } from '../../lib/foreign-content';
import { UPLOAD_TYPES, promisedType } from '../../lib/upload-types';
import { cleanPicture } from './clean-picture';

/** A file as the body parser, or a script, hands it to the upload service. */
export interface IncomingFile {
  filepath: string;
  originalFilename?: string | null;
  mimetype?: string | null;
  size: number;
}

const ENDINGS = Object.values(UPLOAD_TYPES)
  .flatMap(({ extensions }) => extensions)
  .join(', ');

/**
 * Checks a file by its content, whatever it is called, and gives what may be stored of it.
 * @param folder where a new file may be written
 * @returns the file to store: a picture written anew, a document as it is
 * @throws ValidationError when the file is not what its name says, or more than that
 */
export async function checkFile(file: IncomingFile, folder: string): Promise<IncomingFile> {
  const mimetype = promisedType(path.extname(file.originalFilename ?? ''));
  const type = mimetype === undefined ? undefined : UPLOAD_TYPES[mimetype];
  if (!type) {
    throw new errors.ValidationError(
      `This type of file cannot be uploaded. Its name has to end in one of ${ENDINGS}.`,
    );
  }
  const bytes = await readFile(file.filepath);
  const foreign = findForeignContent(bytes, type.picture === undefined);
  if (foreign !== undefined) {
    throw new errors.ValidationError(
      `The file also holds ${foreign}, which is not stored. ` +
        'Export it again from the program that it was made with, without additions.',
    );
  }
  if (type.picture) {
    const filepath = path.join(folder, randomUUID());
    const { size } = await cleanPicture(file.filepath, type.picture, filepath);
    return { ...file, filepath, size, mimetype };
  }
  if (!isWholePdf(bytes)) {
    throw new errors.ValidationError(
      'The file is not a whole PDF. Export it again, and upload that file.',
    );
  }
  return { ...file, mimetype };
}
