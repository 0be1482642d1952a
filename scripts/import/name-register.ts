import type { Core } from '@strapi/strapi';
import { nextFreeSlug, slugify } from '../../src/lib/slug';
import type { RunWrite } from './announcements';
import { foldName } from './fold-name';

/** Types whose documents are little more than a name that others refer to. */
export const NAMED_UIDS = {
  people: 'api::person.person',
  categories: 'api::category.category',
  tags: 'api::tag.tag',
} as const;

/** Slugs of names that cannot be transliterated; a number follows where one is taken. */
const FALLBACK_SLUGS = { people: 'person', categories: 'category', tags: 'tag' } as const;

/** The types by what the summary calls them. */
export type NamedType = keyof typeof NAMED_UIDS;

interface Row {
  documentId: string;
  name: string;
  slug: string | null;
}

/** The names of one type in one locale. */
interface KnownNames {
  /** DocumentIds by folded name, or by a slug that outlived its name. */
  ids: Map<string, Promise<string>>;
  slugs: Set<string>;
}

/** Finds documents by their names, and makes those that do not exist, each once. */
export class NameRegister {
  /** How many were made, or in a dry run would be. */
  made = 0;
  readonly #byLocale = new Map<string, Promise<KnownNames>>();

  /** In a dry run nothing is made; new names get a placeholder. */
  constructor(
    readonly strapi: Core.Strapi,
    readonly type: NamedType,
    readonly options: { isDryRun: boolean; runWrite: RunWrite },
  ) {}

  /**
   * The document of this name in a locale. Callers who ask at the same moment share one document.
   * @returns its documentId
   */
  async resolve(name: string, locale: string): Promise<string> {
    const { ids, slugs } = await this.#load(this.type === 'people' ? '' : locale);
    const fold = foldName(name);
    const found = ids.get(fold) ?? ids.get(slugKey(slugify(name, '')));
    if (found) return found;
    const slug = nextFreeSlug(slugify(name, FALLBACK_SLUGS[this.type]), slugs);
    slugs.add(slug);
    const made = this.#make({ name, slug }, locale);
    ids.set(fold, made);
    // Whoever comes next may have more luck, for example after a connection was lost.
    made.catch(() => ids.delete(fold));
    return made;
  }

  async #make(data: { name: string; slug: string }, locale: string): Promise<string> {
    this.made += 1;
    if (this.options.isDryRun) return '';
    const created = await this.options.runWrite(() =>
      this.type === 'people'
        ? this.strapi.documents(NAMED_UIDS.people).create({ data })
        : this.strapi.documents(NAMED_UIDS[this.type]).create({ data, locale }),
    );
    return created.documentId;
  }

  /** Reads all names of a locale at once, the first time that one is asked for. */
  #load(locale: string): Promise<KnownNames> {
    const loading = this.#byLocale.get(locale) ?? this.#read(locale);
    this.#byLocale.set(locale, loading);
    return loading;
  }

  async #read(locale: string): Promise<KnownNames> {
    const rows = (await this.strapi.db.query(NAMED_UIDS[this.type]).findMany({
      select: ['documentId', 'name', 'slug'],
      where: locale === '' ? {} : { locale },
      // Where two have the same name, the older one counts: it is written last.
      orderBy: { id: 'desc' },
    })) as Row[];
    const known: KnownNames = { ids: new Map(), slugs: new Set() };
    for (const { documentId, name, slug } of rows) {
      known.slugs.add(slug ?? '');
      // Where an editor has changed a name, its slug still tells what it was.
      if (slug !== null && slug !== slugify(name, '')) {
        known.ids.set(slugKey(slug), Promise.resolve(documentId));
      }
    }
    for (const { documentId, name } of rows) {
      known.ids.set(foldName(name), Promise.resolve(documentId));
    }
    return known;
  }
}

/** Keeps slugs apart from names; no folded name begins with a slash and a space. */
function slugKey(slug: string): string {
  return `/ ${slug}`;
}
