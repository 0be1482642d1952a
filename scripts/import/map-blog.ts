import { slugify } from '../../src/lib/slug';
import { completeAddresses } from './addresses';
import { dateInName, parseDate, withoutDate } from './dates';
import { classify, isHeldBack, NAME_LIMIT } from './common-fields';
import { distinctNames } from './fold-name';
import { sourceLocale, type MappingContext } from './mapping-context';
import { cutAtWord, firstParagraph, plainText } from './plain-text';
import { shortText, textList } from './read-field';
import type { MappedDocument, SourceRecord, WantedSlug } from './record';
import { Refusal } from './refusal';
import type { SourceFields } from './source-fields';
import { resolveTemplateTags } from './template-tags';

/** Lengths of the fields in the content types. */
const TITLE_LIMIT = 255;
const EXCERPT_LIMIT = 500;

type Warn = (warning: string) => void;

/** The last part of an address; undefined where it holds placeholders that only the old site fills. */
function lastSegment(address: string): string | undefined {
  if (/[:{]/.test(address.replace(/^https?:/, ''))) return undefined;
  const segments = address.split(/[?#]/)[0]?.split('/').filter(Boolean);
  return segments?.at(-1)?.replace(/\.html?$/i, '');
}

function blogSlug({ fields, name = '' }: SourceRecord, title: string): WantedSlug {
  const stated = fields.text('slug') ?? lastSegment(fields.text('permalink', 'url') ?? '');
  const explicit = stated === undefined ? '' : slugify(stated, '');
  if (explicit !== '') return { slug: explicit, isExplicit: true };
  const fromName = slugify(withoutDate(name), '');
  return { slug: fromName || slugify(title, 'blog'), isExplicit: false };
}

/** When the article first appeared; the time of day may be in a field of its own. */
function publicationDate({ fields, name = '' }: SourceRecord, warn: Warn): Date | undefined {
  const stated = fields.text('date', 'publishDate', 'publishedAt', 'firstPublishedAt');
  const time = fields.text('time');
  if (stated === undefined) {
    const date = dateInName(name);
    warn(
      date
        ? 'has no date; the one in the file name was taken'
        : 'has no date; it counts as published when it is published here',
    );
    return date;
  }
  const parsed = parseDate(stated, time);
  if (!parsed) {
    throw new Refusal(
      `"date" must be a date such as 2024-03-09 or 2024-03-09T14:30:00Z, not "${stated}"`,
      fields.find('date', 'publishDate', 'publishedAt', 'firstPublishedAt')?.line,
    );
  }
  if (parsed.isTimeUnclear) warn('has a "time" that is no time of day; midnight was taken');
  return parsed.date;
}

function excerptOf(teaser: string | undefined, body: string, warn: Warn): string | null {
  const excerpt = teaser === undefined ? firstParagraph(body) : plainText(teaser);
  if (excerpt === undefined) return null;
  if (teaser !== undefined && excerpt.length > EXCERPT_LIMIT) {
    warn(`has an excerpt of more than ${EXCERPT_LIMIT} characters; it was shortened`);
  }
  return cutAtWord(excerpt, EXCERPT_LIMIT);
}

/**
 * Turns a Markdown file into a blog.
 * @throws Refusal for a missing title or text, a date that cannot be read, or a field too long
 */
export function mapBlog(record: SourceRecord, context: MappingContext): MappedDocument {
  const { fields, body = '' } = record;
  const warnings: string[] = [];
  const warn: Warn = (warning) => warnings.push(warning);

  const title = shortText(fields, TITLE_LIMIT, 'title');
  if (title === undefined) {
    throw new Refusal('has no title: add a line "title: …" to its front matter', fields.line);
  }
  const resolve = (markdown: string) => {
    const resolved = resolveTemplateTags(markdown, (name) => {
      const value = fields.find(name)?.value;
      return typeof value === 'string' ? value : undefined;
    });
    warnings.push(...resolved.warnings);
    return resolved.text;
  };
  const text = resolve(body).trim();
  if (text === '') throw new Refusal('has no text below its front matter', fields.line);
  const teaser = fields.text('teaser', 'excerpt', 'summary', 'description');
  const { category, tags } = classify(fields, {
    category: ['category', 'categories'],
    tags: ['tags', 'tag', 'keywords'],
  });

  const firstPublishedAt = publicationDate(record, warn);
  const isAhead = firstPublishedAt !== undefined && firstPublishedAt > context.now;

  return {
    type: 'blog',
    key: record.key,
    position: record.position,
    locale: sourceLocale(record, context, warn),
    slug: blogSlug(record, title),
    attributes: {
      title,
      excerpt: excerptOf(teaser && resolve(teaser), text, warn),
      body: context.baseUrl === undefined ? text : completeAddresses(text, context.baseUrl),
    },
    relations: { authors: authorsOf(fields), category: category ?? [], tags: tags ?? [] },
    firstPublishedAt,
    isDraft: isHeldBack(fields) || isAhead,
    warnings,
    // Last: what nothing above has asked for.
    ignored: fields.unread(),
  };
}

/** A single author's name may hold a comma ("Doe, Jr."), so only semicolons part names. */
function authorsOf(fields: SourceFields): string[] {
  const names = { limit: NAME_LIMIT, separator: /[;\n]/ };
  return distinctNames(
    ['authors', 'author'].flatMap((name) => textList(fields, names, name) ?? []),
  );
}
