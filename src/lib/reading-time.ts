/**
 * Words a minute of silent reading of English non-fiction by adults: Brysbaert, "How many words do
 * we read per minute? A review and meta-analysis of reading rate", Journal of Memory and Language
 * 109 (2019).
 */
const WORDS_PER_MINUTE = 238;

// None of these looks twice at the same character from different starts: a megabyte of "<" would
// take minutes. The lookahead keeps a fence from being tried at every shorter length.
const FENCE = /^(?=(`{3,}|~{3,}))\1.*?^\1/gms;
const TAG = /<[^<>]*>/g;
const ADDRESS = /\]\([^\])]*\)|https?:\/\/\S+/g;
const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/** How many words a reader reads in a Markdown text: code blocks, tags and addresses do not count. */
export function countWords(markdown: string): number {
  const prose = markdown.replace(FENCE, ' ').replace(TAG, ' ').replace(ADDRESS, ' ');
  return prose.match(WORD)?.length ?? 0;
}

/** Whole minutes that a Markdown text takes to read, rounded up; at least 1. */
export function readingMinutes(markdown: string): number {
  return Math.max(1, Math.ceil(countWords(markdown) / WORDS_PER_MINUTE));
}
