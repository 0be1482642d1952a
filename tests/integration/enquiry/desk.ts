import type { Response } from 'supertest';
import { signIn, signInToPanel, type Credentials, type PanelUser } from '../../helpers/accounts';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

const PANEL = '/content-manager/collection-types/api::enquiry.enquiry';

/** Ways in which the desk works on enquiries. */
export interface Desk {
  running: RunningStrapi;
  credentials: Credentials;
  /** Somebody at the desk who works in the panel. */
  colleague: PanelUser;
  get(path: string): Promise<Response>;
  /** A change by the API. */
  change(documentId: string, data: object, credentials?: Partial<Credentials>): Promise<Response>;
  /** A change in the panel, where `state` stands for the status. */
  save(documentId: string, data: object, user?: PanelUser): Promise<Response>;
}

/** Starts a Strapi with somebody at its desk. */
export async function startDesk(): Promise<Desk> {
  const running = await startStrapi({ RATE_LIMIT_ENQUIRIES: '100000' });
  const { request, strapi } = running;
  const credentials = await signIn(strapi, 'enquiry-desk');
  const colleague = await signInToPanel(running, 'enquiry-desk');
  return {
    running,
    credentials,
    colleague,
    get: async (path) => request.get(path).set(credentials),
    change: async (documentId, data, by = credentials) =>
      request.put(`/api/enquiries/${documentId}`).set(by).send({ data }),
    save: async (documentId, data, user = colleague) =>
      request.put(`${PANEL}/${documentId}`).set(user.credentials).send(data),
  };
}
