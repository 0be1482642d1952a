import { parseBody } from '../../../../../http/parse-input';
import { pathParameter, type Context } from '../../../../../http/respond';
import type {
  Endpoint,
  EndpointSecret,
  EndpointWithSecret,
  ReplayResult,
  TestResult,
} from '../admin-api';
import {
  changeEndpoint,
  createEndpoint,
  deleteEndpoint,
  rotateSecret,
  showSecret,
} from '../records/change-endpoints';
import { noSuchEndpoint } from '../records/known-receiver';
import { readEndpoint, readEndpoints } from '../records/read-endpoints';
import { replayDeliveries } from '../records/replay';
import { sendTest } from '../records/send-test';
import { endpointChange, endpointInput, replayInput } from './input';

/** An answer in Strapi's format. */
interface Answer<T> {
  data: T;
}

/** The endpoint with an id: the one that the path names, if not told another; 404 for none. */
async function findEndpoint(
  context: Context,
  id = pathParameter(context, 'id'),
): Promise<Endpoint> {
  const endpoint = await readEndpoint(id);
  if (!endpoint) throw noSuchEndpoint();
  return endpoint;
}

/** The controller of the routes below `/webhooks/endpoints`; routes.ts says who may call what. */
export default () => ({
  async find(): Promise<Answer<Endpoint[]>> {
    return { data: await readEndpoints() };
  },

  async findOne(context: Context): Promise<Answer<Endpoint>> {
    return { data: await findEndpoint(context) };
  },

  async create(context: Context): Promise<Answer<EndpointWithSecret>> {
    const { id, secret } = await createEndpoint(parseBody(endpointInput, context.request.body));
    context.status = 201;
    return { data: { ...(await findEndpoint(context, id)), secret } };
  },

  async update(context: Context): Promise<Answer<Endpoint>> {
    const { id } = await findEndpoint(context);
    await changeEndpoint(id, parseBody(endpointChange, context.request.body));
    return { data: await findEndpoint(context) };
  },

  async delete(context: Context): Promise<Answer<Endpoint>> {
    const endpoint = await findEndpoint(context);
    await deleteEndpoint(endpoint.id);
    return { data: endpoint };
  },

  async rotate(context: Context): Promise<Answer<EndpointWithSecret>> {
    const { id } = await findEndpoint(context);
    const secret = await rotateSecret(id);
    return { data: { ...(await findEndpoint(context)), secret } };
  },

  async secret(context: Context): Promise<Answer<EndpointSecret>> {
    const { id, previousSecretExpiresAt } = await findEndpoint(context);
    return { data: { secret: await showSecret(id), previousSecretExpiresAt } };
  },

  async test(context: Context): Promise<Answer<TestResult>> {
    const { id } = await findEndpoint(context);
    return { data: await sendTest(id) };
  },

  async replay(context: Context): Promise<Answer<ReplayResult>> {
    const { id } = await findEndpoint(context);
    const count = await replayDeliveries(id, parseBody(replayInput, context.request.body));
    return { data: { count } };
  },
});
