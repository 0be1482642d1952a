import type { Core } from '@strapi/strapi';
import { announce, type RetentionCounts } from '../retention/announce';
import { eraseDue } from '../retention/erase-due';
import { readRetention, type Retention } from '../retention/policy';
import {
  dueDocuments,
  lastRun,
  recordErased,
  recordRun,
  type DueDocument,
  type RetentionRun,
} from '../retention/run-records';
import type { CatalogueService } from './catalogue';
import type { PeopleService } from './people';
import type { PrivacyService } from './privacy';

/** What the panel shows of retention. */
export interface RetentionReport {
  noticeDays: number;
  policies: { name: string; after: string; since: readonly string[] }[];
  lastRun: RetentionRun | null;
  /** The next ones to go, at most SHOWN. */
  due: DueDocument[];
}

/** Erasure of what nobody needs any more. */
export interface RetentionService {
  /**
   * Reads the policies; in `bootstrap`, so that one that makes no sense stops the start.
   * @throws Error naming it
   */
  check(): void;
  /** The nightly job: reports what is due, then erases what an earlier report has announced. */
  run(signal: AbortSignal): Promise<void>;
  /** What is due when, and what the last run did. */
  report(): Promise<RetentionReport>;
}

/** Documents that the panel lists. */
const SHOWN = 100;

const sumUp = (name: string, { due, announced }: RetentionCounts, erased: number) =>
  `Retention of ${name}: ${due} due, ${announced} of them newly; ${erased} erased.`;

/** The service. */
export default ({ strapi }: { strapi: Core.Strapi }): RetentionService => {
  let retention: Retention | undefined;
  const read = () => (retention ??= readRetention(strapi));
  const erasing = () => {
    const plugin = strapi.plugin('privacy');
    return {
      catalogue: plugin.service<CatalogueService>('catalogue').read(),
      keys: plugin.service<PrivacyService>('privacy').keys,
      holders: plugin.service<PeopleService>('people').named,
    };
  };

  return {
    check: () => void read(),

    async run(signal) {
      const { noticeDays, policies } = read();
      const found: Record<string, RetentionCounts> = {};
      for (const policy of policies) found[policy.name] = await announce(policy, noticeDays);
      const id = await recordRun(found);
      const erased: Record<string, number> = {};
      for (const policy of policies) {
        const { name } = policy;
        erased[name] = await eraseDue(policy, noticeDays, erasing(), signal);
        await recordErased(id, erased, false);
        const counts = found[name];
        if (counts && counts.due > 0) strapi.log.info(sumUp(name, counts, erased[name]));
      }
      await recordErased(id, erased, !signal.aborted);
    },

    async report() {
      const { noticeDays, policies } = read();
      return {
        noticeDays,
        policies: policies.map(({ name, after, since }) => ({ name, after, since })),
        lastRun: (await lastRun()) ?? null,
        due: await dueDocuments(policies, noticeDays, SHOWN),
      };
    },
  };
};
