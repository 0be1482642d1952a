import type { SourceFields } from './source-fields';

/** What can be imported. */
export const IMPORT_TYPES = ['blog', 'training'] as const;

/** The content type that a source becomes. */
export type ImportType = (typeof IMPORT_TYPES)[number];

/** The content types' identifiers in Strapi. */
export const UIDS = { blog: 'api::blog.blog', training: 'api::training.training' } as const;

/** Where in the sources something is, to tell the person who owns them. */
export interface Position {
  /** The file's path as it was given or found. */
  file: string;
  /** Counted from 1. */
  line: number | undefined;
}

/** One document as a source describes it: a Markdown file, or one entry of a list. */
export interface SourceRecord {
  type: ImportType;
  /** Which document this is, whatever else changes: stored with it as `sourceKey`. */
  key: string;
  position: Position;
  fields: SourceFields;
  /** The text below the front matter; undefined for entries of a list. */
  body?: string;
  /** The file's name without extension and translation suffix; undefined for entries of a list. */
  name?: string;
  /** The language that the file's name says, such as `es` in `news.es.md`. */
  locale?: string;
}

/** The slug that a source leads to. */
export interface WantedSlug {
  slug: string;
  /** Whether the source names it; a slug made from a title or file name follows no later change. */
  isExplicit: boolean;
}

/** A source turned into what the content type holds; relations are still names. */
export interface MappedDocument {
  type: ImportType;
  key: string;
  position: Position;
  locale: string;
  slug: WantedSlug;
  /** Attributes by name, without relations. */
  attributes: Record<string, unknown>;
  /** Names behind relations, by attribute; an empty list empties the relation. */
  relations: Partial<Record<'authors' | 'trainers' | 'tags' | 'category', string[]>>;
  /** When it was first published elsewhere. */
  firstPublishedAt: Date | undefined;
  /** Whether it is kept back: it is not published, even with --publish. */
  isDraft: boolean;
  /** What was changed or left out on the way, as sentences that many documents share. */
  warnings: string[];
  /** Names of fields that have no place here. */
  ignored: string[];
}
