import type { Core } from '@strapi/strapi';
import { countByKey, inspect, type Inspection } from '../keys/inspect';
import { forgetKeys } from '../keys/known-keys';
import { protectedTables, type ProtectedTable } from '../keys/protected-tables';
import { reEncrypt, type RunOptions, type RunResult } from '../keys/re-encrypt';
import { countNotBegun } from '../keys/walk-table';
import type { CatalogueService } from './catalogue';
import type { PrivacyService } from './privacy';

/** How a rotation ended. */
export interface RotationResult extends RunResult {
  /** Ids of former keys that protect nothing any more: they can leave PRIVACY_KEYS. */
  retired: string[];
}

/** What is done with the keys as a whole. */
export interface KeysService {
  /** The ids in PRIVACY_KEYS, newest first. */
  ids(): string[];
  /** Whether there are values in clear text, from before their attributes were tagged. */
  hasClearText(): Promise<boolean>;
  /** How many values each key protects, by its id. */
  count(): Promise<Record<string, number>>;
  /** Opens every value, and says which cannot be read. */
  inspect(): Promise<Inspection>;
  /** Encrypts everything with the newest key; resumable, beside all other work. */
  rotate(options?: RunOptions): Promise<RotationResult>;
  /** Takes note that keys are lost: what they protect stays unreadable, and the server starts. */
  giveUp(ids: readonly string[]): Promise<void>;
}

/** The service. */
export default ({ strapi }: { strapi: Core.Strapi }): KeysService => {
  const plugin = strapi.plugin('privacy');
  const { keys, tables: named } = plugin.service<PrivacyService>('privacy');
  const tables = (): ProtectedTable[] =>
    protectedTables(plugin.service<CatalogueService>('catalogue').read(), named);
  return {
    ids: () => keys.ids,
    count: () => countByKey(tables()),
    inspect: () => inspect(tables(), keys),
    giveUp: forgetKeys,

    async hasClearText() {
      for (const table of tables()) if ((await countNotBegun(table, 'v1.')) > 0) return true;
      return false;
    },

    async rotate(options) {
      const result = await reEncrypt(tables(), keys, options);
      if (options?.signal?.aborted) return { ...result, retired: [] };
      const counts = await countByKey(tables());
      const [, ...former] = keys.ids;
      return { ...result, retired: former.filter((id) => !counts[id]) };
    },
  };
};
