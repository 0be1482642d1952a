import type { RetentionReport, RetentionService } from '../services/retention';

/** The controller of `/privacy/retention`; routes.ts says who may call it. */
export default () => ({
  async find(): Promise<{ data: RetentionReport }> {
    return { data: await strapi.plugin('privacy').service<RetentionService>('retention').report() };
  },
});
