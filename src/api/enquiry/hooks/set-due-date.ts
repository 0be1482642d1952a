import {
  changeData,
  paramsOf,
  writtenData,
  type DocumentHook,
} from '../../../hooks/document-context';
import { dueDate, type EnquiryKind } from '../response-times';

/** When the enquiry came in; now for one that is just being written. */
async function receivedAt(documentId: string | undefined): Promise<Date> {
  if (!documentId) return new Date();
  const stored = (await strapi.db
    .query('api::enquiry.enquiry')
    .findOne({ select: ['createdAt'], where: { documentId } })) as { createdAt: Date } | null;
  return stored ? new Date(stored.createdAt) : new Date();
}

/** `dueAt` follows from the kind of an enquiry and the time it came in; a new kind moves it. */
export const setDueDate: DocumentHook = async (context, next) => {
  const data = writtenData(context);
  if (context.uid !== 'api::enquiry.enquiry' || !data) return next();
  changeData(context, { dueAt: undefined });
  const kind = (data.kind ?? (context.action === 'create' ? 'other' : undefined)) as
    EnquiryKind | undefined;
  if (kind) {
    changeData(context, { dueAt: dueDate(kind, await receivedAt(paramsOf(context).documentId)) });
  }
  return next();
};
