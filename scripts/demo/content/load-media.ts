import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { LoadContext } from './load-context';

const FILE = 'plugin::upload.file';

interface Row {
  id: number;
}

/** The part of the upload plugin's service that is called here; the plugin has no types. */
interface UploadService {
  upload(request: {
    data: { fileInfo: { name: string; alternativeText: string } };
    files: { filepath: string; originalFilename: string; mimetype: string; size: number };
  }): Promise<Row[]>;
}

interface MediaFile {
  folder: 'pictures' | 'brochures';
  name: string;
  mimetype: string;
  alternativeText: string;
}

async function upload({ strapi, content }: LoadContext, file: MediaFile): Promise<string> {
  const { name, mimetype, alternativeText } = file;
  const present = (await strapi.db
    .query(FILE)
    .findOne({ select: ['id'], where: { name } })) as Row | null;
  if (present) return String(present.id);

  const filepath = path.join(content.folder, file.folder, name);
  const { size } = await stat(filepath);
  const [uploaded] = await strapi
    .plugin('upload')
    .service<UploadService>('upload')
    .upload({
      data: { fileInfo: { name, alternativeText } },
      files: { filepath, originalFilename: name, mimetype, size },
    });
  if (!uploaded) throw new Error(`The media library did not take ${name}.`);
  return String(uploaded.id);
}

/** Puts pictures and brochures into the media library, each once, recognised by its file name. */
export async function loadMedia(context: LoadContext): Promise<void> {
  const pictures = Object.entries(context.content.pictures).map(
    ([name, alternativeText]): MediaFile => ({
      folder: 'pictures',
      name,
      mimetype: 'image/webp',
      alternativeText,
    }),
  );
  const brochures = context.content.trainings.flatMap(({ brochure, en, fr }): MediaFile[] =>
    (['en', 'fr'] as const).flatMap((locale) =>
      brochure
        ? {
            folder: 'brochures',
            name: brochure[locale],
            mimetype: 'application/pdf',
            alternativeText: { en, fr }[locale].title,
          }
        : [],
    ),
  );
  for (const file of [...pictures, ...brochures]) {
    await context.ledger.step(`media/${file.name}`, () => upload(context, file));
  }
}

/** The id of a loaded file; undefined where an editor has removed it since. */
export async function fileId(
  { strapi, ledger }: LoadContext,
  name: string,
): Promise<number | undefined> {
  const id = Number(ledger.idOf(`media/${name}`));
  const row = (await strapi.db
    .query(FILE)
    .findOne({ select: ['id'], where: { id } })) as Row | null;
  return row?.id;
}
