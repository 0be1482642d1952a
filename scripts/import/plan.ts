import { fingerprint } from '../../src/lib/canonical-json';
import type { DocumentRegister } from './document-register';
import type { MappedDocument } from './record';
import { Refusal } from './refusal';
import type { PlannedWrite } from './write-document';

/**
 * Counts up whenever the same source would become something else: what an older version imported is
 * then updated.
 */
const MAPPING_VERSION = 1;

/** What has to be done with a source. */
export type Plan = { action: 'create' | 'update'; write: PlannedWrite } | { action: 'unchanged' };

/** SHA-256 of everything that an import writes, and of whether it publishes it. */
function hashOf(document: MappedDocument, publish: boolean): string {
  const { attributes, relations, slug } = document;
  const explicitSlug = slug.isExplicit ? slug.slug : null;
  return fingerprint({ MAPPING_VERSION, attributes, relations, explicitSlug, publish });
}

/**
 * Compares a source with what the database has.
 * @param publish whether the run publishes
 * @throws Refusal for a code that another training has
 */
export function planDocument(
  document: MappedDocument,
  register: DocumentRegister,
  publish: boolean,
): Plan {
  const { key, locale, attributes } = document;
  const { code } = attributes;
  if (typeof code === 'string' && !register.takeCode(code, key)) {
    throw new Refusal(`has the code "${code}", which another training has`);
  }
  const stored = register.find(key)?.versions.get(locale);
  const isPublishing = publish && !document.isDraft;
  const hash = hashOf(document, isPublishing);
  // Without --publish, what an earlier run has published counts as imported too.
  const known = isPublishing ? [hash] : [hash, hashOf(document, true)];
  if (known.includes(stored?.hash ?? '')) return { action: 'unchanged' };

  const slug = register.takeSlug(locale, document.slug, stored?.slug);
  const write = { document, slug, hash, publish: isPublishing };
  return { action: stored ? 'update' : 'create', write };
}
