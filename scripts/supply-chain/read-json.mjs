import { readFileSync } from 'node:fs';

/**
 * Reads a JSON file of the project in the current folder.
 * @param {string} file
 * @returns {unknown}
 */
export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
