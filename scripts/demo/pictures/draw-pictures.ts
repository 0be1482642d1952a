import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { readDemoFiles } from '../content/read-files';
import { drawCover, drawLogo, drawPortrait, drawSharePicture } from './drawings';
import { isPaletteName, type PaletteName } from './palettes';

/** Largest file that the repository takes, in bytes. */
const LARGEST = 15_000;

/** People stand before the colours of the four categories in turn. */
const PORTRAIT_GROUNDS: PaletteName[] = ['backend', 'operations', 'data', 'frontend'];

function paletteOf(category: string): PaletteName {
  if (!isPaletteName(category)) {
    throw new Error(`Give the category ${category} colours in pictures/palettes.ts.`);
  }
  return category;
}

/** Every picture of the demo content: file name and drawing. */
async function drawAll(folder: string): Promise<[string, string][]> {
  const content = await readDemoFiles(folder);
  const covers = [...content.trainings, ...content.blogs].map(
    ({ cover, category }): [string, string] => [cover, drawCover(cover, paletteOf(category))],
  );
  const portraits = content.people.map(({ photo, name }, index): [string, string] => [
    photo,
    drawPortrait(name, PORTRAIT_GROUNDS[index % PORTRAIT_GROUNDS.length] ?? 'backend'),
  ]);
  return [
    ...covers,
    ...portraits,
    [content.site.organisation.logo, drawLogo()],
    [content.site.shareImage, drawSharePicture()],
  ];
}

/** Widest picture in pixels: the media library derives no further size from it. */
const WIDEST = 1000;

/** Renders a drawing as WebP, at the best quality that keeps it small. */
async function render(drawing: string): Promise<Buffer> {
  for (const quality of [82, 70, 58, 46, 34]) {
    const picture = await sharp(Buffer.from(drawing))
      .resize({ width: WIDEST, withoutEnlargement: true })
      .webp({ quality, effort: 6 })
      .toBuffer();
    if (picture.length <= LARGEST) return picture;
  }
  throw new Error(`A picture stays above ${LARGEST} bytes; draw it with less detail.`);
}

/**
 * Draws the pictures of the demo content anew: after a change of the drawings, or for new documents.
 * The same content gives the same files.
 * @param folder the folder database/demo
 */
export async function drawPictures(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'pictures'), { recursive: true });
  for (const [file, drawing] of await drawAll(folder)) {
    await writeFile(path.join(folder, 'pictures', file), await render(drawing));
  }
}

/** Draws the sign in the browser's tab, for the website and the panel. */
export async function drawFavicon(file: string): Promise<void> {
  await sharp(Buffer.from(drawLogo())).resize(96).png({ palette: true }).toFile(file);
}
