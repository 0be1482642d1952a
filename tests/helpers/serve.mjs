/**
 * A Strapi in a process of its own, as `instance.ts` starts it: serves the compiled server on a free
 * port and tells its parent which. It ends when the parent does.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

// Strapi's own ES modules do not load.
/** @type {typeof import('@strapi/strapi')} */
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');

const projectRoot = path.resolve(import.meta.dirname, '../..');

// How much memory is in use, in bytes, when what nobody needs has been collected.
process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ memory: heapUsed + external });
});
process.on('disconnect', () => process.exit());

const strapi = createStrapi({ appDir: projectRoot, distDir: path.join(projectRoot, 'dist') });
/** @type {Record<string, unknown>} */
const settings = JSON.parse(process.argv[2] ?? '{}');
const applySettings = () => {
  for (const [name, value] of Object.entries(settings)) strapi.config.set(name, value);
};
applySettings();
await strapi.load();
// Loading a plugin replaces all of its settings.
applySettings();
strapi.server.mount();
strapi.server.httpServer.listen(0, '127.0.0.1', () => {
  const address = strapi.server.httpServer.address();
  if (address !== null && typeof address === 'object') process.send?.(address.port);
});
