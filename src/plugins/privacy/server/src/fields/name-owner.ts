import type { Modules } from '@strapi/strapi';
import type { Catalogue } from './catalogue';
import { newDocumentId } from './new-document-id';
import { asOwner } from './owner';

type Middleware = Modules.Documents.Middleware.Middleware;

const MAKE = ['create', 'clone'];

/**
 * Has everything below know which document is written: Strapi writes its components first, before
 * the document that they are to be bound to has a row, and for a new one even before it has an id.
 */
export function nameOwner(catalogue: () => Catalogue): Middleware {
  return async (context, next) => {
    const { uid, action } = context;
    const { documentId } = context.params as { documentId?: string };
    if (!catalogue().find(uid)) return next();
    const isNew = MAKE.includes(action);
    if (!isNew && documentId === undefined) return next();
    const owner = isNew ? newDocumentId(uid) : (documentId ?? '');
    return asOwner({ uid, documentId: owner, isNew }, next);
  };
}
