import { readVariables } from '../environment/variables';
import { localPlugin } from './local-plugin';

/** Delivery of events to other systems. */
export default () => {
  const variables = readVariables();
  const allowsPrivateTargets = variables.WEBHOOKS_ALLOW_PRIVATE_TARGETS;
  return {
    enabled: true,
    resolve: localPlugin('webhooks'),
    config: {
      allowsPrivateTargets,
      requiresHttps: variables.NODE_ENV === 'production' && !allowsPrivateTargets,
      /** What the waits between attempts are multiplied with: tests make them short. */
      scheduleScale: 1,
      /**
       * Requests to one endpoint at a time, and so the most that are sent twice when a process is
       * killed. Twenty to a receiver that takes 40 ms for each are 500 deliveries a second.
       */
      concurrency: 20,
      /** Limit of one attempt: Standard Webhooks 1.0.0 recommends 15 to 30 seconds. */
      attemptMilliseconds: 15_000,
      /** Time after which an endpoint with more to send lets others have its worker. */
      turnMilliseconds: 5000,
      /**
       * Days after which events are forgotten that are delivered or dead. What is parked that long is
       * dead then, and forgotten a day later.
       */
      retentionDays: 90,
      /** Hours for which a replaced secret signs as well. */
      rotationHours: 24,
    },
  };
};
