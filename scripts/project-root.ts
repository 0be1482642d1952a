import { existsSync } from 'node:fs';
import path from 'node:path';

/** The nearest folder at or above `folder` that holds a `package.json`. */
function findPackage(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('No package.json found above the scripts.');
  return findPackage(parent);
}

/** The folder of the project: the same whether a script runs from its source or from `dist`. */
export const projectRoot = findPackage(__dirname);

/** Where the compiler puts what it makes; mirrors the project's own folders. */
export const distRoot = path.join(projectRoot, 'dist');
