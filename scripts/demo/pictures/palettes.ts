/** The colours of a category: two for the ground, three for what is drawn on it. */
export interface Palette {
  ground: [string, string];
  shades: [string, string, string];
}

/** The four categories, each with a colour family of its own. */
export const PALETTES = {
  backend: { ground: ['#1b2559', '#3a4fb0'], shades: ['#8fb8ff', '#5a7be0', '#2f419c'] },
  frontend: { ground: ['#7a1f3d', '#e2603c'], shades: ['#ffe3b8', '#ffb26b', '#f27d58'] },
  data: { ground: ['#0b3b3c', '#1c8a74'], shades: ['#c9f2d6', '#67cfa8', '#2aa486'] },
  operations: { ground: ['#2b1a4f', '#7441a8'], shades: ['#f2d6ff', '#c08bea', '#9160cf'] },
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof PALETTES;

/** Whether a category has colours. */
export function isPaletteName(name: string): name is PaletteName {
  return name in PALETTES;
}
