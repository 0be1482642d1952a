import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { Failure } from './failure.mjs';
import {
  isSameFingerprint,
  keepFingerprint,
  readFingerprint,
  takeFingerprint,
} from './fingerprint.mjs';
import { inProject } from './project.mjs';

/** What `public/consent.js` is made of. */
const SOURCES = [
  'website/consent-notice',
  'package-lock.json',
  'scripts/launcher/consent-notice.mjs',
];
const RESULT = 'public/consent.js';
const FINGERPRINT = 'dist/.consent-notice.json';

/** What every visitor of every site loads may weigh, compressed, in bytes. */
const MOST_BYTES = 12_000;

/** The first versions with `<dialog>`, constructed style sheets and `Object.hasOwn`. */
const BROWSERS = ['chrome99', 'edge99', 'firefox101', 'safari16.4'];

const BANNER = '/*! Prospectus consent notice, MIT licence: docs/consent-notice.md */';

/** Whether the script for websites is missing or older than its sources. */
export function needsConsentNotice() {
  if (!existsSync(inProject(RESULT))) return true;
  return !isSameFingerprint(readFingerprint(FINGERPRINT), takeFingerprint(SOURCES));
}

/** Bundles the script that websites show the cookie notice with. @returns {Promise<string>} */
async function bundle() {
  // Loaded only now: the packages may have been installed a moment ago.
  const { build, transform } = await import('esbuild');
  /** @type {import('esbuild').Plugin} */
  const minifiedStyles = {
    name: 'minified styles as text',
    setup(bundler) {
      bundler.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
        const styles = await readFile(file, 'utf8');
        const { code } = await transform(styles, { loader: 'css', minify: true, target: BROWSERS });
        return { contents: code.trim(), loader: 'text' };
      });
    },
  };
  const { outputFiles } = await build({
    entryPoints: [inProject('website/consent-notice/consent.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: BROWSERS,
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: BANNER },
    plugins: [minifiedStyles],
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Writes `public/consent.js`.
 * @throws when it has become too heavy
 */
export async function buildConsentNotice() {
  const fingerprint = takeFingerprint(SOURCES);
  const script = await bundle();
  const bytes = gzipSync(script, { level: 9 }).length;
  if (bytes > MOST_BYTES)
    throw new Failure(
      `${RESULT} would weigh ${bytes} bytes compressed; every visitor loads it, and ${MOST_BYTES} is the most. ` +
        'Make it smaller, or raise MOST_BYTES in scripts/launcher/consent-notice.mjs and say why.',
    );
  mkdirSync(path.dirname(inProject(RESULT)), { recursive: true });
  writeFileSync(inProject(RESULT), script);
  keepFingerprint(FINGERPRINT, fingerprint);
}
