import type { Core } from '@strapi/strapi';
import type { KeysService } from '../src/plugins/privacy/server/src/services/keys';
import type { Main } from './command';
import { withStrapi } from './load-strapi';

const USAGE = `npm run keys:check [-- --lost <id> [--lost <id> ...]]

Opens every encrypted value and names those that no key opens.
  --lost <id>   the key is lost for good: the server starts again without it, and what it
                protects stays unreadable`;

/** The ids behind `--lost`; undefined for parameters that make no sense. */
function readLost(parameters: readonly string[]): string[] | undefined {
  const isPaired = parameters.every((text, index) => index % 2 === 1 || text === '--lost');
  const ids = parameters.filter((_, index) => index % 2 === 1);
  return isPaired && ids.length * 2 === parameters.length ? ids : undefined;
}

async function check(strapi: Core.Strapi, lost: readonly string[]): Promise<number> {
  const keys = strapi.plugin('privacy').service<KeysService>('keys');
  const present = lost.find((id) => keys.ids().includes(id));
  if (present !== undefined) {
    console.error(`The key "${present}" is in PRIVACY_KEYS: it is not lost.`);
    return 2;
  }
  const { values, faults } = await keys.inspect();
  for (const fault of faults) console.error(fault);
  for (const [id, count] of Object.entries(values)) console.log(`${id}: ${count} values`);
  console.log(faults.length === 0 ? 'All values can be read.' : `${faults.length} faults.`);
  if (lost.length > 0) {
    await keys.giveUp(lost);
    console.log(`Given up: ${lost.join(', ')}. The server starts without.`);
  }
  return faults.length > 0 ? 1 : 0;
}

/**
 * `npm run keys:check`: names every personal value that cannot be read; see docs/privacy.md.
 * @returns 0 all can be read, 1 some cannot, 2 wrong use
 */
export const main: Main = async (parameters) => {
  const lost = readLost(parameters);
  if (!lost) {
    console.error(USAGE);
    return 2;
  }
  // It is here to say what is wrong with the keys: a start would refuse to.
  return withStrapi((strapi) => check(strapi, lost), { 'privacy.checksKeysAtStart': false });
};
