import path from 'node:path';
import type { Main } from './command';
import { writeBrochures } from './demo/brochures/write-brochures';
import { drawFavicon, drawPictures } from './demo/pictures/draw-pictures';
import { projectRoot } from './project-root';

/**
 * `node scripts/run.mjs draw-demo`: draws the pictures and brochures of the demo content anew. The
 * repository holds the results; this is for whoever changes the content or the drawings.
 */
export const main: Main = async (_, { step }) => {
  const folder = path.join(projectRoot, 'database/demo');
  await step('Drawing the pictures', () => drawPictures(folder));
  await step('Drawing the icon', () => drawFavicon(path.join(projectRoot, 'public/favicon.png')));
  await step('Writing the brochures', () => writeBrochures(folder));
};
