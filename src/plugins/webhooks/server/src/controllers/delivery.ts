import { errors } from '@strapi/utils';
import { parseInput } from '../../../../../http/parse-input';
import { pathParameter, type Context } from '../../../../../http/respond';
import { PERMISSIONS, type DeliveriesMeta, type Delivery, type DeliveryDetail } from '../admin-api';
import { readDeliveries, readDelivery } from '../records/read-deliveries';
import { readDeliveryDetail } from '../records/read-delivery-detail';
import { replayDelivery } from '../records/replay';
import { deliveriesQuery } from './input';

/** What Strapi knows of the person who asks. */
interface Ability {
  can(action: string): boolean;
}

function mayReadPersonalData(context: Context): boolean {
  return (context.state.userAbility as Ability).can(PERMISSIONS.readPersonalData);
}

function notFound(): errors.NotFoundError {
  return new errors.NotFoundError('There is no delivery with this id.');
}

/** The id that the path names, as the database takes it. */
function deliveryId(context: Context): string {
  const id = pathParameter(context, 'id');
  if (!/^\d{1,18}$/.test(id)) throw notFound();
  return id;
}

async function findDelivery(id: string): Promise<Delivery> {
  const delivery = await readDelivery(id);
  if (!delivery) throw notFound();
  return delivery;
}

/** The controller of the routes below `/webhooks/deliveries`; routes.ts says who may call what. */
export default () => ({
  async find(context: Context): Promise<{ data: Delivery[]; meta: DeliveriesMeta }> {
    const filter = parseInput(deliveriesQuery, context.query);
    const { deliveries, pagination } = await readDeliveries(filter);
    return { data: deliveries, meta: { pagination } };
  },

  async findOne(context: Context): Promise<{ data: DeliveryDetail }> {
    const id = deliveryId(context);
    const delivery = await readDeliveryDetail(id, mayReadPersonalData(context));
    if (!delivery) throw notFound();
    return { data: delivery };
  },

  async replay(context: Context): Promise<{ data: Delivery }> {
    const id = deliveryId(context);
    await replayDelivery(await findDelivery(id));
    return { data: await findDelivery(id) };
  },
});
