import path from 'node:path';

/**
 * The folder of one of our own plugins: its compiled copy. From the sources, Strapi would load the
 * panel's half and leave out the server's without a word.
 */
export function localPlugin(name: string): string {
  return path.resolve(__dirname, '../../src/plugins', name);
}
