import type {
  DeliveriesMeta,
  DeliveriesQuery,
  Delivery,
  DeliveryDetail,
  ReplayInput,
  ReplayResult,
} from '../../../server/src/admin-api';
import { unwrap, webhooksApi, type Answer } from './webhooks-api';

/** A page of deliveries. */
export interface Deliveries extends Answer<Delivery[]> {
  meta: DeliveriesMeta;
}

const DELIVERIES = '/webhooks/deliveries';

/** The routes of deliveries: of one, and of an endpoint's. */
const deliveriesApi = webhooksApi.injectEndpoints({
  endpoints: (builder) => ({
    listWebhookDeliveries: builder.query<Deliveries, DeliveriesQuery>({
      query: (params) => ({ url: DELIVERIES, config: { params } }),
      providesTags: ['WebhookDelivery'],
    }),
    readWebhookDelivery: builder.query<DeliveryDetail, string>({
      query: (id) => `${DELIVERIES}/${id}`,
      transformResponse: unwrap<DeliveryDetail>,
      providesTags: ['WebhookDelivery'],
    }),
    replayWebhookDelivery: builder.mutation<Delivery, string>({
      query: (id) => ({ url: `${DELIVERIES}/${id}/replay`, method: 'POST' }),
      transformResponse: unwrap<Delivery>,
      invalidatesTags: ['WebhookEndpoint', 'WebhookDelivery'],
    }),
    replayWebhookDeliveries: builder.mutation<ReplayResult, { id: string; span: ReplayInput }>({
      query: ({ id, span }) => ({
        url: `/webhooks/endpoints/${id}/replay`,
        method: 'POST',
        data: { data: span },
      }),
      transformResponse: unwrap<ReplayResult>,
      invalidatesTags: ['WebhookEndpoint', 'WebhookDelivery'],
    }),
  }),
});

export const {
  useListWebhookDeliveriesQuery,
  useReadWebhookDeliveryQuery,
  useReplayWebhookDeliveryMutation,
  useReplayWebhookDeliveriesMutation,
} = deliveriesApi;
