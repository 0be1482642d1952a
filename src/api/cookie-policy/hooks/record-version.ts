import { inTransaction, lock } from '../../../database/transaction';
import {
  changeData,
  isPublication,
  paramsOf,
  resultDocuments,
  writtenData,
  type DocumentHook,
} from '../../../hooks/document-context';
import { policyContent, type PublishedPolicy } from '../policy-content';
import { fingerprint } from '../../../lib/canonical-json';

const POLICY = 'api::cookie-policy.cookie-policy';
const VERSION = 'api::cookie-policy.cookie-policy-version';

/** The published row of each locale, with everything that visitors read. */
async function publishedPolicies(documentId: string): Promise<PublishedPolicy[]> {
  return (await strapi.db.query(POLICY).findMany({
    where: { documentId, publishedAt: { $notNull: true } },
    populate: { categories: { populate: { cookies: true } } },
  })) as PublishedPolicy[];
}

/**
 * Stores what was published as a new version, unless it reads the same as the one before.
 * @returns the number of the version that visitors read now
 */
async function recordVersion(policy: PublishedPolicy): Promise<number> {
  const { documentId: policyDocumentId, locale: policyLocale } = policy;
  const latest = (await strapi.db.query(VERSION).findOne({
    select: ['version', 'sha256'],
    where: { policyDocumentId, policyLocale },
    orderBy: { version: 'desc' },
  })) as { version: number; sha256: string } | null;
  const content = policyContent(policy);
  const sha256 = fingerprint(content.shown);
  if (latest?.sha256 === sha256) return latest.version;
  const version = (latest?.version ?? 0) + 1;
  await strapi.documents(VERSION).create({
    data: {
      policyDocumentId,
      policyLocale,
      version,
      sha256,
      effectiveFrom: policy.effectiveFrom,
      title: policy.title,
      content: { ...content.shown, ...content.rendered },
    },
  });
  return version;
}

/**
 * Each publication that changes what visitors read is a new version, numbered from 1 in each
 * locale. Versions are stored apart and never change; see the migration that makes the database
 * refuse it.
 */
export const recordPolicyVersion: DocumentHook = async (context, next) => {
  if (context.uid !== POLICY) return next();
  // A copy has its version emptied by another hook.
  if (writtenData(context) && context.action !== 'clone') {
    changeData(context, { version: undefined });
  }
  if (!isPublication(context)) return next();

  return inTransaction(async (transaction) => {
    await lock(transaction, 'cookie-policy');
    const result = await next();
    const documents = resultDocuments(result);
    const documentId = paramsOf(context).documentId ?? documents[0]?.documentId ?? '';
    for (const policy of await publishedPolicies(documentId)) {
      const version = await recordVersion(policy);
      const { locale } = policy;
      // Below the document service, so that this does not count as a change of the draft.
      await transaction('cookie_policies')
        .where({ document_id: documentId, locale })
        .update({ version });
      for (const document of documents) if (document.locale === locale) document.version = version;
    }
    return result;
  });
};
