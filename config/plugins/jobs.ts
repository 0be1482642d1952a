import { readVariables } from '../environment/variables';
import { localPlugin } from './local-plugin';

/** Background and scheduled work: how much of it one process does at a time. */
export default () => ({
  enabled: true,
  resolve: localPlugin('jobs'),
  config: {
    worksOff: readVariables().CRON_ENABLED,
    /** Jobs at a time. Most of a job is waiting for others, so it is more than there are cores. */
    concurrency: 20,
    /** Connections to PostgreSQL: one listens, the others take and end jobs. */
    maxConnections: 4,
    /** Waits of idle workers between looks for jobs whose time has come. */
    pollMilliseconds: 2000,
    /**
     * Signs of life, and the silence after which workers count as dead. With the wait above, a job of
     * a killed process is taken over after half a minute; graphile-worker by itself waits
     * four hours.
     */
    heartbeat: { beatMilliseconds: 5000, deadAfterSeconds: 20 },
  },
});
