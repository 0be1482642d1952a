import type { KeySummary } from '../admin-api';
import type { KeysService } from '../services/keys';

/** The controller of `/privacy/keys`; routes.ts says who may call it. */
export default () => ({
  async find(): Promise<{ data: KeySummary[] }> {
    const keys = strapi.plugin('privacy').service<KeysService>('keys');
    const [present, counts] = [keys.ids(), await keys.count()];
    const ids = [...new Set([...present, ...Object.keys(counts)])];
    const data = ids.map((id) => {
      return { id, isPresent: present.includes(id), values: counts[id] ?? 0 };
    });
    return { data };
  },
});
