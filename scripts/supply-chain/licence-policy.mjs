/**
 * Licences, by their SPDX names, whose terms allow to run and to pass on Prospectus under its own,
 * with no more than a notice.
 */
export const ALLOWED = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'Unlicense', 'Python-2.0', 'Zlib', 'WTFPL', 'AFL-2.1'],
];

/**
 * Packages that are used although the lockfile names another licence for them, or none; a name
 * that ends in `*` stands for all that begin so.
 * @type {Record<string, string>}
 */
export const EXCEPTIONS = {
  '@strapi/*': 'MIT, but for folders named ee, which need a key and are not used',
  '@img/sharp-*': 'libvips, LGPL-3.0-or-later: a shared library of its own, unchanged',
  '@vercel/stega': 'MPL-2.0: its own files stay under it, and are unchanged',
  'axe-core': 'MPL-2.0: tests alone use it',
  'caniuse-lite': 'CC-BY-4.0: data about browsers, with its notice inside the package',
  'spdx-exceptions': 'CC-BY-3.0: a list of names, with its notice inside the package',
  'spdx-ranges': 'CC-BY-3.0: a list of names, with its notice inside the package',
  limiter: 'MIT, by the file that comes with it; its package.json names none',
  only: 'MIT, by its README; its package.json names none',
  'passport-local': 'MIT, by the file that comes with it; its package.json names none',
  'passport-strategy': 'MIT, by the file that comes with it; its package.json names none',
  pause: 'MIT, by its README; its package.json names none',
  'spawn-command': 'MIT, by the file that comes with it; its package.json names none',
};
