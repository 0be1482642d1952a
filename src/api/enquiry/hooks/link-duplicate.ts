import { findRow } from '../../../database/rows';
import { inTransaction, lock } from '../../../database/transaction';
import { changeData, writtenData, type DocumentHook } from '../../../hooks/document-context';
import { fingerprint } from '../fingerprint';
import { isEnquiryUpdate } from '../stored-enquiry';

const ENQUIRY = 'api::enquiry.enquiry';

/** For how long the same message from the same address counts as said again. */
const WINDOW_MILLISECONDS = 24 * 60 * 60 * 1000;

interface Earlier {
  documentId: string;
  duplicateOf: { documentId: string } | null;
}

/** The documentId of the first enquiry with a fingerprint; a later one leads to the first. */
async function findFirst(print: string): Promise<string | undefined> {
  const earlier = await findRow<Earlier>(ENQUIRY, {
    select: ['documentId'],
    where: {
      fingerprint: print,
      createdAt: { $gt: new Date(Date.now() - WINDOW_MILLISECONDS) },
    },
    populate: { duplicateOf: { select: ['documentId'] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return earlier?.duplicateOf?.documentId ?? earlier?.documentId;
}

/**
 * Who sends the same message again within a day gets another reference, and the desk sees which
 * enquiry was the first. Two that come at the same moment wait for each other.
 */
export const linkDuplicate: DocumentHook = async (context, next) => {
  if (isEnquiryUpdate(context)) {
    changeData(context, { fingerprint: undefined, duplicateOf: undefined, duplicates: undefined });
    return next();
  }
  const { email, message } = writtenData(context) ?? {};
  if (context.uid !== ENQUIRY || context.action !== 'create') return next();
  if (typeof email !== 'string' || typeof message !== 'string') return next();

  return inTransaction(async (transaction) => {
    const [secret = ''] = strapi.config.get<string[]>('server.app.keys');
    const print = fingerprint({ email, message }, secret);
    await lock(transaction, `enquiry/${print}`);
    changeData(context, { fingerprint: print, duplicateOf: await findFirst(print) });
    return next();
  });
};
