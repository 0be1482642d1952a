import { PALETTES, type Palette, type PaletteName } from './palettes';
import { COVER, PATTERNS } from './patterns';
import { randomFrom } from './random';

/** The capitals that initials need, drawn as strokes in a box of 100 × 140: no font is needed. */
const LETTERS: Record<string, string> = {
  A: 'M8 140L50 0L92 140M24 92H76',
  B: 'M14 0V140H56A38 38 0 0 0 56 64H14M14 64H50A32 32 0 0 0 50 0H14',
  F: 'M88 0H14V140M14 68H74',
  I: 'M50 0V140M24 0H76M24 140H76',
  K: 'M14 0V140M88 0L14 82M42 54L92 140',
  L: 'M14 0V140H88',
  R: 'M14 140V0H54A36 36 0 0 1 54 72H14M52 72L92 140',
  T: 'M6 0H94M50 0V140',
};

function ground(width: number, height: number, { ground: [from, to] }: Palette): string {
  return `<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#g)"/>`;
}

function svg(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}

/** A cover in its category's colours and pattern; the name decides the details. */
export function drawCover(name: string, category: PaletteName): string {
  const palette = PALETTES[category];
  const pattern = PATTERNS[category](palette, randomFrom(name));
  return svg(COVER.width, COVER.height, ground(COVER.width, COVER.height, palette) + pattern);
}

/**
 * A portrait for somebody who does not exist: the initials, one behind the other.
 * @throws Error when a letter has not been drawn yet
 */
export function drawPortrait(name: string, category: PaletteName): string {
  const palette = PALETTES[category];
  const initials = name.split(' ').map((part) => part.normalize('NFD').charAt(0));
  const strokes = initials.map((initial, index) => {
    const letter = LETTERS[initial];
    if (!letter) throw new Error(`Draw the letter ${initial} in LETTERS first: ${name} needs it.`);
    const colour = index === 0 ? palette.shades[1] : '#ffffff';
    return `<path transform="translate(${112 + index * 46} ${106 + index * 34}) scale(1.3)" d="${letter}" stroke="${colour}"/>`;
  });
  const content = `<circle cx="320" cy="70" r="190" fill="${palette.shades[2]}" opacity="0.45"/><g fill="none" stroke-width="19" stroke-linecap="round" stroke-linejoin="round">${strokes.join('')}</g>`;
  return svg(400, 400, ground(400, 400, palette) + content);
}

/** The academy's sign: three arches of a bridge and a lark above it. */
function sign(colour: string, bird: string): string {
  return `<g fill="none" stroke="${colour}" stroke-width="26" stroke-linecap="round"><path d="M60 372H452"/><path d="M76 366A60 66 0 0 1 196 366M196 366A60 66 0 0 1 316 366M316 366A60 66 0 0 1 436 366"/></g><path fill="${bird}" d="M150 206C214 196 240 150 256 104C272 150 298 196 362 206C318 216 280 222 256 262C232 222 194 216 150 206Z"/>`;
}

/** The academy's logo, a square. */
export function drawLogo(): string {
  const { ground: colours, shades } = PALETTES.backend;
  return svg(
    512,
    512,
    `<rect width="512" height="512" rx="96" fill="${colours[0]}"/>${sign('#ffffff', shades[0])}`,
  );
}

/** What a link to the site shows where no article brings a picture of its own. */
export function drawSharePicture(): string {
  const { width, height } = COVER;
  const content = `<g opacity="0.35">${PATTERNS.operations(PALETTES.backend, randomFrom('share'))}</g><g transform="translate(344 59)">${sign('#ffffff', PALETTES.frontend.shades[1])}</g>`;
  return svg(width, height, ground(width, height, PALETTES.backend) + content);
}
