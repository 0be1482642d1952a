import type { Palette, PaletteName } from './palettes';
import type { Random } from './random';

/** The size of a cover in pixels: the shape that link previews crop to. */
export const COVER = { width: 1200, height: 630 };

/** Draws on a cover of the size above. */
type Pattern = (palette: Palette, random: Random) => string;

function points(...pairs: [number, number][]): string {
  return pairs.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

/** A block in isometric view, its top at (x, y). */
function block(x: number, y: number, edge: number, height: number, { shades }: Palette): string {
  const [top, left, right] = shades;
  const half = edge / 2;
  return [
    `<polygon fill="${left}" points="${points([x - edge, y], [x, y + half], [x, y + half + height], [x - edge, y + height])}"/>`,
    `<polygon fill="${right}" points="${points([x, y + half], [x + edge, y], [x + edge, y + height], [x, y + half + height])}"/>`,
    `<polygon fill="${top}" points="${points([x, y - half], [x + edge, y], [x, y + half], [x - edge, y])}"/>`,
  ].join('');
}

/** Backend: a town of blocks, as services of different size. */
const blocks: Pattern = (palette, random) => {
  const edge = 78;
  const drawn: string[] = [];
  for (let row = 0; row < 9; row += 1) {
    for (let column = -5; column <= 5; column += 1) {
      const x = 760 + column * 2 * edge + (row % 2) * edge;
      const y = 150 + row * (edge / 2) + Math.abs(column) * 10;
      const rises = random() < 0.42 - Math.abs(column) * 0.05;
      const storeys = random() * 160;
      if (rises) drawn.push(block(x, y - storeys, edge * 0.92, 50 + storeys, palette));
    }
  }
  return `<g opacity="0.9">${drawn.join('')}</g>`;
};

/** A rectangle with a title bar, as a browser window. */
function pane(x: number, y: number, width: number, angle: number, [light, mid]: string[]): string {
  const height = width * 0.62;
  const lines = [0.34, 0.5, 0.66].map(
    (at, index) =>
      `<rect x="${width * 0.08}" y="${height * at}" width="${width * (0.5 - index * 0.12)}" height="${height * 0.07}" rx="6" fill="${mid}" opacity="0.55"/>`,
  );
  const dots = [0, 1, 2].map(
    (index) => `<circle cx="${26 + index * 26}" cy="24" r="8" fill="${mid}" opacity="0.8"/>`,
  );
  return `<g transform="translate(${x} ${y}) rotate(${angle})"><rect width="${width}" height="${height}" rx="22" fill="${light}" opacity="0.82"/><path d="M0 48h${width}" stroke="${mid}" stroke-width="4" opacity="0.5"/>${dots.join('')}${lines.join('')}</g>`;
}

/** Frontend: windows laid over each other. */
const windows: Pattern = ({ shades }, random) => {
  const [light, mid, dark] = shades;
  const panes = [0, 1, 2, 3].map((index) => {
    const colours = index % 2 === 0 ? [mid, dark] : [light, mid];
    const x = 180 + index * 190 + random() * 60;
    const y = 70 + random() * 190;
    return pane(x, y, 360 + random() * 120, random() * 22 - 11, colours);
  });
  return panes.join('');
};

/** Databases: quarter circles on a grid that join up to paths (after Truchet's tiles). */
const arcs: Pattern = ({ shades }, random) => {
  const size = 150;
  const drawn: string[] = [];
  for (let column = 0; column * size < COVER.width; column += 1) {
    for (let row = 0; row * size < COVER.height; row += 1) {
      const x = column * size;
      const y = row * size;
      const half = size / 2;
      const colour = shades[Math.floor(random() * 3)];
      const path =
        random() < 0.5
          ? `M${x + half} ${y}A${half} ${half} 0 0 1 ${x} ${y + half}M${x + size} ${y + half}A${half} ${half} 0 0 0 ${x + half} ${y + size}`
          : `M${x + half} ${y}A${half} ${half} 0 0 0 ${x + size} ${y + half}M${x} ${y + half}A${half} ${half} 0 0 1 ${x + half} ${y + size}`;
      drawn.push(`<path d="${path}" stroke="${colour}"/>`);
      if (random() < 0.16) drawn.push(`<circle cx="${x}" cy="${y}" r="20" fill="${shades[0]}"/>`);
    }
  }
  return `<g fill="none" stroke-width="30" stroke-linecap="round" opacity="0.85">${drawn.join('')}</g>`;
};

/** One curve across the cover. */
function wave(base: number, swing: number, phase: number, length: number): [number, number][] {
  return Array.from({ length: 61 }, (_, index): [number, number] => {
    const x = index * 20;
    const y =
      base + Math.sin(x / length + phase) * swing + Math.sin(x / 67 + phase * 3) * swing * 0.3;
    return [x, y];
  });
}

/** Quality and operations: signals over time, with the moments that somebody looked at. */
const signals: Pattern = ({ shades }, random) => {
  const layers = [0, 1, 2, 3].map((index) => {
    const curve = wave(230 + index * 95, 40 + random() * 50, random() * 6, 110 + random() * 120);
    const colour = shades[index % 3];
    const area = points(...curve, [COVER.width, COVER.height], [0, COVER.height]);
    const seen = curve
      .filter((_, at) => at % 8 === index * 2)
      .map(([x, y]) => `<circle cx="${x}" cy="${y.toFixed(1)}" r="9" fill="#fff"/>`);
    return `<polygon points="${area}" fill="${colour}" opacity="0.22"/><polyline points="${points(...curve)}" fill="none" stroke="${colour}" stroke-width="6"/>${index === 1 ? seen.join('') : ''}`;
  });
  return layers.join('');
};

/** What is drawn for each category. */
export const PATTERNS: Record<PaletteName, Pattern> = {
  backend: blocks,
  frontend: windows,
  data: arcs,
  operations: signals,
};
