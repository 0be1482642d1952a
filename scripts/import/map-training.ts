import { slugify } from '../../src/lib/slug';
import { completeAddresses } from './addresses';
import { classify, isHeldBack, NAME_LIMIT } from './common-fields';
import { distinctNames } from './fold-name';
import { sourceLocale, type MappingContext } from './mapping-context';
import { cutAtWord, firstParagraph, plainText } from './plain-text';
import { choice, flag, positiveNumber, shortText, textList } from './read-field';
import type { MappedDocument, SourceRecord, WantedSlug } from './record';
import { Refusal } from './refusal';
import { oneLine, type SourceFields } from './source-fields';
import { faqOf, modulesOf, priceOf } from './training-parts';

/** Lengths of the fields in the content type. */
const TITLE_LIMIT = 200;
const CODE_LIMIT = 50;
const SUMMARY_LIMIT = 300;
const TEXT_LIMIT = 2000;
const OUTCOME_LIMIT = 255;

const LEVELS = ['beginner', 'intermediate', 'advanced', 'expert'] as const;
const MODES = ['classroom', 'online', 'blended', 'self-paced'] as const;

/** Names that sources use for the long text. */
const DESCRIPTION = ['description', 'body'];

function trainingSlug(fields: SourceFields, title: string): WantedSlug {
  const explicit = slugify(fields.text('slug') ?? '', '');
  if (explicit !== '') return { slug: explicit, isExplicit: true };
  return { slug: slugify(title, 'training'), isExplicit: false };
}

/**
 * The summary has a limit. A longer one is cut at a word and stays whole at the head of the
 * description; without one, the first paragraph of the description stands in.
 */
function summaryAndDescription(fields: SourceFields) {
  const summary = fields.text('summary', 'teaser', 'excerpt');
  const description = fields.text(...DESCRIPTION);
  const whole = summary === undefined ? firstParagraph(description ?? '') : plainText(summary);
  if (whole === undefined || whole === '') {
    throw new Refusal('has neither a summary nor a description; add one', fields.line);
  }
  const isCut = summary !== undefined && oneLine(summary).length > SUMMARY_LIMIT;
  const parts = [isCut ? summary : undefined, description].filter((part) => part !== undefined);
  return {
    summary: cutAtWord(whole, SUMMARY_LIMIT),
    description: parts.length > 0 ? parts.join('\n\n') : undefined,
  };
}

/**
 * What a source says of the content type's fields. One that it does not name is left as it is; one
 * that it names and leaves empty is emptied.
 */
function attributesOf(fields: SourceFields, title: string, baseUrl: string | undefined) {
  const { summary, description } = summaryAndDescription(fields);
  const absolute =
    description !== undefined && baseUrl !== undefined
      ? completeAddresses(description, baseUrl)
      : description;
  const outcomes = textList(
    fields,
    { limit: OUTCOME_LIMIT, separator: /[;\n]/, key: 'text' },
    'outcomes',
  );
  /** @returns undefined: not named, null: named and empty */
  const named = <T>(value: T | undefined, ...names: string[]) =>
    value ?? (fields.find(...names) ? null : undefined);

  const attributes: Record<string, unknown> = {
    title,
    summary,
    description: named(absolute, ...DESCRIPTION),
    code: named(shortText(fields, CODE_LIMIT, 'code'), 'code'),
    audience: named(longText(fields, 'audience'), 'audience'),
    prerequisites: named(longText(fields, 'prerequisites'), 'prerequisites'),
    outcomes: outcomes?.map((text) => ({ text })),
    modules: modulesOf(fields),
    level: named(choice(fields, LEVELS, 'level'), 'level'),
    mode: named(choice(fields, MODES, 'mode'), 'mode'),
    durationHours: named(
      positiveNumber(fields, 'durationHours', 'duration', 'hours'),
      'durationHours',
      'duration',
      'hours',
    ),
    price: priceOf(fields),
    faq: faqOf(fields),
    featured: flag(fields, 'featured'),
  };
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

/** A text of several lines. */
function longText(fields: SourceFields, name: string): string | undefined {
  const text = fields.text(name);
  if (text !== undefined && text.length > TEXT_LIMIT) {
    throw new Refusal(
      `"${name}" has ${text.length} characters, ${TEXT_LIMIT} are allowed; shorten it`,
      fields.find(name)?.line,
    );
  }
  return text;
}

function relationsOf(fields: SourceFields): MappedDocument['relations'] {
  const { category, tags } = classify(fields, {
    category: ['category', 'categories', 'domain'],
    tags: ['tags', 'tag', 'keywords', 'tool', 'tools', 'skill', 'skills'],
  });
  const trainers = textList(
    fields,
    { limit: NAME_LIMIT, separator: /[;\n]/ },
    'trainers',
    'trainer',
  );
  return {
    ...(category && { category }),
    ...(tags && { tags }),
    ...(trainers && { trainers: distinctNames(trainers) }),
  };
}

/**
 * Turns an entry of a list into a training.
 * @throws Refusal for a missing title or summary, an unknown level or currency, a field too long
 */
export function mapTraining(record: SourceRecord, context: MappingContext): MappedDocument {
  const { fields } = record;
  const warnings: string[] = [];
  const title = shortText(fields, TITLE_LIMIT, 'title', 'name');
  if (title === undefined) throw new Refusal('has no title; add a field "title"', fields.line);
  return {
    type: 'training',
    key: record.key,
    position: record.position,
    locale: sourceLocale(record, context, (warning) => warnings.push(warning)),
    slug: trainingSlug(fields, title),
    attributes: attributesOf(fields, title, context.baseUrl),
    relations: relationsOf(fields),
    firstPublishedAt: undefined,
    isDraft: isHeldBack(fields),
    warnings,
    // Last: what nothing above has asked for.
    ignored: fields.unread(),
  };
}
