import { AsyncLocalStorage } from 'node:async_hooks';

/** The document that is being written, which its components' values are bound to. */
export interface Owner {
  uid: string;
  documentId: string;
  /** Whether the call makes the document, so that its rows take this documentId. */
  isNew: boolean;
  /** Whether the document is a copy of another one. */
  isCopy?: boolean;
}

const storage = new AsyncLocalStorage<Owner>();

/** Does some work as a part of writing a document. */
export function asOwner<T>(owner: Owner, work: () => T): T {
  return storage.run(owner, work);
}

/** The document that is being written; undefined outside of the document service. */
export function currentOwner(): Owner | undefined {
  return storage.getStore();
}
