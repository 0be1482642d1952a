import type { Core } from '@strapi/strapi';

import { inTransaction } from '../../../src/database/transaction';
import { runJobs } from '../../helpers/jobs';
import { storeEnquiry, type StoredEnquiry } from '../enquiry/enquiries';

/** Who gets the notifications. */
export const DESK = 'desk@example.org';

/** Has the notifications sent to an address, as the panel does; to nobody without one. */
export async function setDeskAddress(strapi: Core.Strapi, address?: string): Promise<void> {
  await strapi.db.query('api::enquiry-desk.enquiry-desk').deleteMany({});
  if (!address) return;
  await strapi
    .documents('api::enquiry-desk.enquiry-desk')
    .create({ data: { notificationEmail: address } });
}

/** Stores an enquiry that came in, with changes that no mail about it is sent before. */
export async function storeAndAnnounce(
  strapi: Core.Strapi,
  changes: Record<string, unknown> = {},
): Promise<StoredEnquiry> {
  return inTransaction(() => storeEnquiry(strapi, changes));
}

/** Lets the waits between attempts pass, and does what is due then. */
export async function retryJobs(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection.raw('UPDATE graphile_worker._private_jobs SET run_at = now()');
  await runJobs(strapi);
}
