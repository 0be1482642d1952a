import { setTimeout as wait } from 'node:timers/promises';
import type supertest from 'supertest';
import type {
  Attempt,
  Delivery,
  Endpoint,
  EndpointHealth,
  EndpointWithSecret,
} from '../../../src/plugins/webhooks/server/src/admin-api';

type Request = ReturnType<typeof supertest>;

/** An administrator at work with webhooks, over the same routes as the panel. */
export interface WebhookAdministrator {
  /** Makes an endpoint for `enquiry.created`; its address can be changed later. */
  create(name: string, url: string): Promise<EndpointWithSecret>;
  change(id: string, change: { url?: string; enabled?: boolean }): Promise<Endpoint>;
  read(id: string): Promise<Endpoint>;
  /** Deliveries to an endpoint, newest first, a hundred at most. */
  deliveries(id: string): Promise<Delivery[]>;
  /** The attempts of a delivery, oldest first. */
  attempts(delivery: string): Promise<Attempt[]>;
  /** Sends again what is dead. @returns how many deliveries */
  replayDead(id: string): Promise<number>;
  /** Resolves when the figures of an endpoint are as wanted. */
  until(id: string, isWanted: (health: EndpointHealth) => boolean): Promise<void>;
}

const ACCOUNT = { email: 'operator@example.org', password: 'Aa1-operator-of-webhooks' };

/**
 * Signs the first administrator in, who is registered where there is none.
 * @param request where to send the next request: instances come and go
 */
export async function signInToWebhooks(request: () => Request): Promise<WebhookAdministrator> {
  await request()
    .post('/admin/register-admin')
    .send({ firstname: 'Test', lastname: 'Operator', ...ACCOUNT });
  const login = await request().post('/admin/login').send(ACCOUNT).expect(200);
  const headers = { Authorization: `Bearer ${login.body.data.token as string}` };
  const endpoints = '/webhooks/endpoints';

  const read = async (id: string): Promise<Endpoint> => {
    const { body } = await request().get(`${endpoints}/${id}`).set(headers).expect(200);
    return body.data as Endpoint;
  };
  return {
    read,
    async create(name, url) {
      const data = { name, url, eventTypes: ['enquiry.created'] };
      const { body } = await request().post(endpoints).set(headers).send({ data }).expect(201);
      return body.data as EndpointWithSecret;
    },
    async change(id, change) {
      const { body } = await request()
        .put(`${endpoints}/${id}`)
        .set(headers)
        .send({ data: change })
        .expect(200);
      return body.data as Endpoint;
    },
    async deliveries(id) {
      const { body } = await request()
        .get('/webhooks/deliveries')
        .query({ endpoint: id, pageSize: 100 })
        .set(headers)
        .expect(200);
      return body.data as Delivery[];
    },
    async attempts(delivery) {
      const { body } = await request().get(`/webhooks/deliveries/${delivery}`).set(headers);
      return body.data.attempts as Attempt[];
    },
    async replayDead(id) {
      const { body } = await request()
        .post(`${endpoints}/${id}/replay`)
        .set(headers)
        .send({ data: { state: 'dead' } })
        .expect(200);
      return body.data.count as number;
    },
    async until(id, isWanted) {
      while (!isWanted((await read(id)).health)) await wait(200);
    },
  };
}
