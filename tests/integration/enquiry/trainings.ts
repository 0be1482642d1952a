import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/strapi';

/** Writes a training; as a draft, or published. */
export async function createTraining(
  strapi: Core.Strapi,
  status: 'draft' | 'published',
  title = `Training ${randomUUID()}`,
): Promise<{ documentId: string }> {
  return strapi
    .documents('api::training.training')
    .create({ data: { title, summary: 'A summary.' } as never, status });
}

/** Plans a session of a training. */
export async function createSession(
  strapi: Core.Strapi,
  training: string,
): Promise<{ documentId: string }> {
  return strapi.documents('api::training-session.training-session').create({
    data: {
      training: { documentId: training },
      startsAt: '2030-03-01T09:00:00.000Z',
      endsAt: '2030-03-01T17:00:00.000Z',
      timezone: 'Europe/Paris',
      mode: 'classroom',
    } as never,
  });
}
