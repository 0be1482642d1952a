import { people } from '../../plugins/privacy/accessor';
import { counters, idempotencyKeys } from './personal-data';

/** What is held about those who sent enquiries, beside the enquiries themselves. */
export default {
  register() {
    people().holdData(idempotencyKeys);
    people().holdData(counters);
  },
};
