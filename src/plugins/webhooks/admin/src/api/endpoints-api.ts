import type {
  Endpoint,
  EndpointChange,
  EndpointInput,
  EndpointSecret,
  EndpointWithSecret,
  TestResult,
} from '../../../server/src/admin-api';
import { unwrap, webhooksApi } from './webhooks-api';

const ENDPOINTS = '/webhooks/endpoints';

/** The routes under `/webhooks/endpoints`, but for the replay of deliveries. */
const endpointsApi = webhooksApi.injectEndpoints({
  endpoints: (builder) => ({
    listWebhookEndpoints: builder.query<Endpoint[], undefined>({
      query: () => ENDPOINTS,
      transformResponse: unwrap<Endpoint[]>,
      providesTags: ['WebhookEndpoint'],
    }),
    readWebhookEndpoint: builder.query<Endpoint, string>({
      query: (id) => `${ENDPOINTS}/${id}`,
      transformResponse: unwrap<Endpoint>,
      providesTags: ['WebhookEndpoint'],
    }),
    readWebhookSecret: builder.query<EndpointSecret, string>({
      query: (id) => `${ENDPOINTS}/${id}/secret`,
      transformResponse: unwrap<EndpointSecret>,
      providesTags: ['WebhookSecret'],
      // A secret stays in memory only while it is shown.
      keepUnusedDataFor: 0,
    }),
    createWebhookEndpoint: builder.mutation<EndpointWithSecret, EndpointInput>({
      query: (data) => ({ url: ENDPOINTS, method: 'POST', data: { data } }),
      transformResponse: unwrap<EndpointWithSecret>,
      invalidatesTags: ['WebhookEndpoint'],
    }),
    changeWebhookEndpoint: builder.mutation<Endpoint, { id: string; change: EndpointChange }>({
      query: ({ id, change }) => ({
        url: `${ENDPOINTS}/${id}`,
        method: 'PUT',
        data: { data: change },
      }),
      transformResponse: unwrap<Endpoint>,
      invalidatesTags: ['WebhookEndpoint', 'WebhookDelivery'],
    }),
    deleteWebhookEndpoint: builder.mutation<Endpoint, string>({
      query: (id) => ({ url: `${ENDPOINTS}/${id}`, method: 'DELETE' }),
      transformResponse: unwrap<Endpoint>,
      // Not that of the endpoint: its own page still shows it, and would ask for it once more.
      invalidatesTags: ['WebhookDelivery'],
    }),
    rotateWebhookSecret: builder.mutation<EndpointWithSecret, string>({
      query: (id) => ({ url: `${ENDPOINTS}/${id}/rotate`, method: 'POST' }),
      transformResponse: unwrap<EndpointWithSecret>,
      invalidatesTags: ['WebhookEndpoint', 'WebhookSecret'],
    }),
    testWebhookEndpoint: builder.mutation<TestResult, string>({
      query: (id) => ({ url: `${ENDPOINTS}/${id}/test`, method: 'POST' }),
      transformResponse: unwrap<TestResult>,
    }),
  }),
});

export const {
  useListWebhookEndpointsQuery,
  useReadWebhookEndpointQuery,
  useReadWebhookSecretQuery,
  useCreateWebhookEndpointMutation,
  useChangeWebhookEndpointMutation,
  useDeleteWebhookEndpointMutation,
  useRotateWebhookSecretMutation,
  useTestWebhookEndpointMutation,
} = endpointsApi;
