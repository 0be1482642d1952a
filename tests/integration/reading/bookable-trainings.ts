import { createHash } from 'node:crypto';

import { createFactories, type Stored, type Values } from '../../helpers/factories';
import type { RunningStrapi } from '../../helpers/strapi';

let count = 0;

/** A title and a summary like no other's: what is alike then is what the test says. */
export function unlike(): Values {
  count += 1;
  const title = createHash('sha256').update(String(count)).digest('base64url');
  return { title, summary: title };
}

/** A related training, as the API shows it. */
export interface Card extends Stored {
  reasons: { kind: string; label?: string }[];
}

/** Makes trainings that can be booked, and asks what is related to them. */
export function relatedTrainings({ strapi, request }: RunningStrapi) {
  const make = createFactories(strapi);
  return {
    make,

    /** A topic that only the trainings of one test share. */
    async topics() {
      const { documentId: category, name: categoryName } = await make.category();
      const { documentId: tag, name: tagName } = await make.tag();
      return { category, categoryName, tag, tagName };
    },

    async bookable(values: Values): Promise<Stored> {
      const training = await make.training({ ...unlike(), ...values });
      await make.session({ training: training.documentId });
      return training;
    },

    async related(documentId: string, query = ''): Promise<Card[]> {
      const { body } = await request
        .get(`/api/trainings/${documentId}/related${query}`)
        .expect(200);
      return body.data as Card[];
    },
  };
}
