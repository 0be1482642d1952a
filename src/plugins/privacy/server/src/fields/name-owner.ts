import type { Modules } from '@strapi/strapi';
import type { Catalogue } from './catalogue';
import { newDocumentId } from './new-document-id';
import { asOwner } from './owner';

type Middleware = Modules.Documents.Middleware.Middleware;

/** The parameters of a call, as far as they name a document. */
interface Params {
  documentId?: string;
  data?: { documentId?: string };
}

const MAKE = ['create', 'clone'];

/**
 * Has everything below know which document is written: Strapi writes its components first, before
 * the document that they are to be bound to has a row, and for a new one even before it has an id.
 */
export function nameOwner(catalogue: () => Catalogue): Middleware {
  return async (context, next) => {
    const { uid, action } = context;
    const { documentId, data } = context.params as Params;
    if (!catalogue().find(uid)) return next();
    const isNew = MAKE.includes(action);
    if (!isNew && documentId === undefined) return next();
    const isCopy = action === 'clone';
    // Whoever makes a document may say which documentId it gets, as an import does.
    const given = isCopy ? undefined : data?.documentId;
    const owner = isNew ? (given ?? newDocumentId(uid)) : (documentId ?? '');
    return asOwner({ uid, documentId: owner, isNew, isCopy }, next);
  };
}
