import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** The parts of the upload plugin that change. */
export interface FileReads {
  contentTypes: { file: { schema: { attributes: Record<string, { private?: boolean }> } } };
  controllers: { 'admin-file': { find: Core.ControllerHandler } };
}

/** Whether an attribute is named anywhere in conditions. */
function mentions(query: unknown, name: string): boolean {
  if (query === null || typeof query !== 'object') return false;
  return Object.entries(query).some(
    ([key, value]) => key.split('.').includes(name) || mentions(value, name),
  );
}

/** Whether an order goes by an attribute: `related.id:asc`, or the same as an object. */
function sortsBy(sort: unknown, name: string): boolean {
  return JSON.stringify(sort ?? '')
    .split(/\W/)
    .includes(name);
}

/**
 * The media library's list, without what stands behind the files: Strapi would populate the drafts
 * that show them, and the accounts of who uploaded them, for everybody who may choose a picture.
 */
function listFilesAlone(find: Core.ControllerHandler): Core.ControllerHandler {
  return (context, next) => {
    const { populate, filters, sort } = context.query;
    if (populate !== undefined || mentions(filters, 'related') || sortsBy(sort, 'related')) {
      throw new errors.ValidationError(
        'Files are listed by themselves: leave out populate, and conditions on what shows them.',
      );
    }
    return find(context, next);
  };
}

/**
 * A file knows everything that shows it, drafts too, and of any type: whoever may list files would
 * read them by `populate=related`. No client needs the way back.
 */
export function keepFilesAlone({ contentTypes, controllers }: FileReads): void {
  const { related } = contentTypes.file.schema.attributes;
  if (!related) throw new Error('Files have no attribute "related": Strapi has renamed it.');
  related.private = true;
  const files = controllers['admin-file'];
  files.find = listFilesAlone(files.find.bind(files));
}
