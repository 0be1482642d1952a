import { errors } from '@strapi/utils';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { checkFile, type IncomingFile } from './check-file';
import { keepFilesAlone, type FileReads } from './files-alone';

/** The parts of Strapi's upload service that every new file passes, whoever sends it. */
interface UploadService {
  upload(input: { data: object; files: IncomingFile | IncomingFile[] }, options?: object): unknown;
  replace(
    id: number | string,
    input: { data: object; file: IncomingFile },
    options?: object,
  ): unknown;
  findOne(id: number | string): Promise<{ mime: string } | null>;
}

/** The parts of the plugin that are changed here. */
interface UploadPlugin extends FileReads {
  services: { upload: (dependencies: object) => UploadService };
}

/** Lends a folder that is gone afterwards. */
async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'upload-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Checks all files by their content before Strapi stores them: its own check reads their first
 * bytes alone, which a file of two types satisfies. Here, because the routes of both APIs, imports
 * and the demo have this service in common.
 */
export default (plugin: UploadPlugin): UploadPlugin => {
  const original = plugin.services.upload;
  plugin.services.upload = (dependencies) => {
    const service = original(dependencies);
    return {
      ...service,
      upload: ({ data, files }, options) =>
        withFolder(async (folder) => {
          const all = [files].flat();
          const checked: IncomingFile[] = [];
          // One after another: a picture is unpacked in memory.
          for (const file of all) checked.push(await checkFile(file, folder));
          return service.upload({ data, files: checked }, options);
        }),
      replace: (id, { data, file }, options) =>
        withFolder(async (folder) => {
          const checked = await checkFile(file, folder);
          const present = await service.findOne(id);
          // The address stays, with its ending.
          if (present && present.mime !== checked.mimetype) {
            throw new errors.ValidationError(
              `A file can be replaced by one of the same type, here ${present.mime}. ` +
                'Upload the new one as a file of its own.',
            );
          }
          return service.replace(id, { data, file: checked }, options);
        }),
    };
  };
  keepFilesAlone(plugin);
  return plugin;
};
