import type { Core } from '@strapi/strapi';
import type { Privacy } from '../../../src/plugins/privacy/accessor';
import { waitingJobs } from '../../helpers/jobs';

/** An event as the endpoint of the test is to receive it. */
export interface AnnouncedEvent {
  type: string;
  /** What every endpoint receives. */
  data: Record<string, unknown>;
  /** What it receives in addition, for it may have personal data. */
  personalData: Record<string, unknown>;
}

interface StoredEvent {
  id: string;
  body: string;
  personal_body: string | null;
}

/** Sets up an endpoint that receives all about enquiries, personal data too. */
export async function subscribe(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection('webhook_endpoints').insert({
    id: 'ep_test',
    name: 'Receiver',
    url: 'https://receiver.example.org/hook',
    event_types: ['enquiry.created', 'enquiry.updated'],
    receives_personal_data: true,
    secret: 'unused',
    enabled: true,
  });
}

/** The events about an enquiry, in the order in which they happened. */
export async function eventsAbout(
  strapi: Core.Strapi,
  documentId: string,
): Promise<AnnouncedEvent[]> {
  const rows: StoredEvent[] = await strapi.db
    .connection('webhook_events')
    .where({ subject: documentId })
    .orderBy('occurred_at');
  const { decrypt } = strapi.plugin('privacy').service<Privacy>('privacy');
  return rows.map(({ id, body, personal_body: personal }) => {
    const { type, data } = JSON.parse(body) as AnnouncedEvent;
    const cell = { table: 'webhook_events', column: 'personal_body', row: id };
    const all = JSON.parse(personal ? decrypt(personal, cell) : body) as AnnouncedEvent;
    const added = Object.entries(all.data).filter(([name]) => !(name in data));
    return { type, data, personalData: Object.fromEntries(added) };
  });
}

/** The mails about an enquiry that are to be sent. */
export async function mailsAbout(strapi: Core.Strapi, documentId: string): Promise<string[]> {
  const jobs = await waitingJobs(strapi);
  const own = jobs.filter(({ key }) => key?.endsWith(`:${documentId}`));
  return own.map(({ task }) => task).sort();
}
