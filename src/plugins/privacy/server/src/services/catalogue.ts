import type { Core } from '@strapi/strapi';
import { Catalogue } from '../fields/catalogue';

/** What has personal data. */
export interface CatalogueService {
  /** The catalogue; the database must be open, which it is not yet in `register`. */
  read(): Catalogue;
}

/** The service. */
export default ({ strapi }: { strapi: Core.Strapi }): CatalogueService => {
  let catalogue: Catalogue | undefined;
  return { read: () => (catalogue ??= new Catalogue(strapi)) };
};
