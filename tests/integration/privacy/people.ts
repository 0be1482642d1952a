import type { Core } from '@strapi/strapi';
import type { People } from '../../../src/plugins/privacy/accessor';

/** The service of the plugin, as its commands and its page use it. */
export function peopleOf(strapi: Core.Strapi): People {
  return strapi.service('plugin::privacy.people') as unknown as People;
}

/** How many rows a table has. */
export async function countRows(strapi: Core.Strapi, table: string): Promise<number> {
  const [row] = await strapi.db.connection(table).count({ count: '*' });
  return Number(row?.count);
}
