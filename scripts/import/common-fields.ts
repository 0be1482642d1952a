import { distinctNames, foldName } from './fold-name';
import { flag, textList } from './read-field';
import type { SourceFields } from './source-fields';

/** Longest name of a person, category or tag. */
export const NAME_LIMIT = 200;

/** Categories that say of a document only what type it has. */
const EMPTY_CATEGORIES = ['blog', 'blogs', 'post', 'posts', 'training', 'trainings'];

/** Which fields of a source hold its category and its tags. */
interface ClassifyingFields {
  category: string[];
  tags: string[];
}

/** The names in several fields; undefined where the source has none of the fields. */
function namesIn(fields: SourceFields, names: string[]): string[] | undefined {
  const lists = names
    .map((name) => textList(fields, { limit: NAME_LIMIT, separator: /[,;\n]/ }, name))
    .filter((list) => list !== undefined);
  return lists.length === 0 ? undefined : distinctNames(lists.flat());
}

/**
 * Sorts the categories and tags of a source: a document has one category here, the first; the
 * others become tags.
 * @returns names; undefined for what the source says nothing about
 */
export function classify(
  fields: SourceFields,
  names: ClassifyingFields,
): { category: string[] | undefined; tags: string[] | undefined } {
  const categories = namesIn(fields, names.category)?.filter(
    (category) => !EMPTY_CATEGORIES.includes(foldName(category)),
  );
  const tags = namesIn(fields, names.tags);
  const further = categories?.slice(1) ?? [];
  return {
    category: categories?.slice(0, 1),
    tags: tags || further.length > 0 ? distinctNames([...(tags ?? []), ...further]) : undefined,
  };
}

/** Whether its author keeps a document back: `draft: true`, or `published: false`. */
export function isHeldBack(fields: SourceFields): boolean {
  const isDraft = flag(fields, 'draft') === true;
  const { value } = fields.find('published') ?? {};
  return isDraft || (typeof value === 'string' && value.trim().toLowerCase() === 'false');
}
