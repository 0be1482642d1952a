import type { TargetPolicy } from './sending/target';

/** How webhooks are delivered; `config/plugins/webhooks.ts` says why each is what it is. */
export interface Settings extends TargetPolicy {
  /** Requests to one endpoint at a time. */
  concurrency: number;
  /** Limit of one attempt, from its start to the end of what is read of the answer. */
  attemptMilliseconds: number;
  /** After this time a job lets those of other endpoints have a turn. */
  turnMilliseconds: number;
  /** What the waits of the schedule are multiplied with. */
  scheduleScale: number;
  /** Days after which what is parked becomes dead, and events are forgotten that nothing waits for. */
  retentionDays: number;
  /** Hours in which a secret still signs after it was replaced. */
  rotationHours: number;
}

/** The plugin's settings. */
export function settings(): Settings {
  return strapi.config.get<Settings>('plugin::webhooks');
}
