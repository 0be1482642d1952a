import { adminApi } from '@strapi/strapi/admin';

/** What a route of the plugin answers. */
export interface Answer<Data> {
  data: Data;
}

/** What a route answers, without what surrounds it. */
export function unwrap<Data>({ data }: Answer<Data>): Data {
  return data;
}

/** The panel's own store of requests and answers; the tags say which answers a change outdates. */
export const webhooksApi = adminApi.enhanceEndpoints({
  addTagTypes: ['WebhookEndpoint', 'WebhookSecret', 'WebhookDelivery'],
});
