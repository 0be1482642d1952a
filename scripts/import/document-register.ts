import type { Core } from '@strapi/strapi';
import { nextFreeSlug } from '../../src/lib/slug';
import { UIDS, type ImportType, type WantedSlug } from './record';

/** A language of a document, as the database has it. */
export interface StoredVersion {
  slug: string;
  /** What it was last imported from; null where an editor made it. */
  hash: string | null;
}

/** A document that was imported before, or in this run. */
export interface StoredDocument {
  documentId: string;
  versions: Map<string, StoredVersion>;
}

interface Row {
  documentId: string;
  locale: string;
  slug: string | null;
  code?: string | null;
  sourceKey: string | null;
  sourceHash: string | null;
  publishedAt: string | null;
}

/**
 * What the database knows of one type, read at once: which source became which document, and which
 * slugs and codes are taken. A run keeps it up to date with what it writes, or in a dry run would.
 */
export class DocumentRegister {
  readonly #bySource = new Map<string, StoredDocument>();
  readonly #slugs = new Map<string, Set<string>>();
  readonly #codes = new Map<string, string>();

  /** Reads all documents of a type in one query. */
  static async load(strapi: Core.Strapi, type: ImportType): Promise<DocumentRegister> {
    const select = ['documentId', 'locale', 'slug', 'sourceKey', 'sourceHash', 'publishedAt'];
    if (type === 'training') select.push('code');
    const rows = (await strapi.db.query(UIDS[type]).findMany({ select })) as Row[];
    const register = new DocumentRegister();
    for (const row of rows) register.#add(row);
    return register;
  }

  #add({ documentId, locale, slug, code, sourceKey, sourceHash, publishedAt }: Row): void {
    if (slug !== null) this.#slugsOf(locale).add(slug);
    if (code) this.#codes.set(code, sourceKey ?? documentId);
    // The draft is what was imported last; the published version may lag behind it.
    if (sourceKey !== null && publishedAt === null) {
      this.record(sourceKey, documentId, locale, { slug: slug ?? '', hash: sourceHash });
    }
  }

  #slugsOf(locale: string): Set<string> {
    const slugs = this.#slugs.get(locale) ?? new Set();
    this.#slugs.set(locale, slugs);
    return slugs;
  }

  /** The document that a source became. */
  find(key: string): StoredDocument | undefined {
    return this.#bySource.get(key);
  }

  /** Notes that a source became a document. */
  record(key: string, documentId: string, locale: string, version: StoredVersion): void {
    const document = this.#bySource.get(key) ?? { documentId, versions: new Map() };
    document.versions.set(locale, version);
    this.#bySource.set(key, document);
  }

  /**
   * Takes the slug that a document gets: the wanted one, or with a number where it is taken. A
   * document that has a slug keeps it, unless its source names another.
   */
  takeSlug(locale: string, { slug, isExplicit }: WantedSlug, current: string | undefined): string {
    if (current && (!isExplicit || isNumbered(current, slug))) return current;
    const slugs = this.#slugsOf(locale);
    const free = slugs.has(slug) ? nextFreeSlug(slug, slugs) : slug;
    slugs.add(free);
    return free;
  }

  /**
   * Takes a code for a source's document.
   * @returns whether no other document has it
   */
  takeCode(code: string, key: string): boolean {
    const owner = this.#codes.get(code) ?? key;
    this.#codes.set(code, owner);
    return owner === key;
  }
}

/** Whether a slug is another one with or without a number behind it. */
function isNumbered(slug: string, base: string): boolean {
  return (
    slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)))
  );
}
