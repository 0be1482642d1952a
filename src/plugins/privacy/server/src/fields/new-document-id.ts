/** A new documentId of a content type, made as Strapi makes it. */
export function newDocumentId(uid: string): string {
  const { documentId } = strapi.db.metadata.get(uid).attributes as unknown as {
    documentId: { default: () => string };
  };
  return documentId.default();
}
