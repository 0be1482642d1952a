import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * An absolute path inside the project.
 * @param {...string} parts
 * @returns {string}
 */
export const inProject = (...parts) => path.join(projectRoot, ...parts);
