import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { populateDepth } from '../lib/populate';

/** Deep enough for a page: training → sessions → venue, blog → authors → photo → formats. */
const MAX_DEPTH = 3;

/** Each level of populate multiplies the work of a request: there is a limit to them. */
const boundedPopulate: Core.PolicyHandler = (context) => {
  const depth = populateDepth(
    (context.request as { query: { populate?: unknown } }).query.populate,
  );
  if (depth <= MAX_DEPTH) return true;
  throw new errors.ValidationError(
    `populate reaches ${depth} relations deep; ${MAX_DEPTH} is the most. Ask for the rest in a second request.`,
    { source: 'query', param: 'populate' },
  );
};

export default boundedPopulate;
