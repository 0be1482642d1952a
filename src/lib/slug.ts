import toSlug from '@sindresorhus/slugify';

/** Longest slug that a title is turned into; longer ones make addresses that mail programs break. */
export const MAX_SLUG_LENGTH = 100;

/** Cuts at the last hyphen before the limit, so that no word is left in half. */
function cutAtWord(slug: string): string {
  if (slug.length <= MAX_SLUG_LENGTH) return slug;
  const cut = slug.slice(0, MAX_SLUG_LENGTH + 1).replace(/-[^-]*$/, '');
  return cut.length > 0 && cut.length <= MAX_SLUG_LENGTH ? cut : slug.slice(0, MAX_SLUG_LENGTH);
}

/** What the library does with a text that needs no transliteration; a test compares the two. */
function asciiToSlug(text: string): string {
  return (
    text
      // Capitals begin a word: `myCV2` is `my-cv-2`.
      .replace(/([A-Z]{2,})(\d+)/g, '$1 $2')
      .replace(/([a-z\d]+)([A-Z]{2,})/g, '$1 $2')
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .replace(/([A-Z]+)([A-Z][a-z\d]+)/g, '$1 $2')
      .toLowerCase()
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-|-$/g, '')
  );
}

/**
 * The library tries 700 replacements on each text, which takes half a millisecond: long for each
 * heading of a long document. None of them is for ASCII, but that of the ampersand.
 */
function transliterate(text: string): string {
  return /^[\t-%'-~]*$/.test(text) ? asciiToSlug(text) : toSlug(text);
}

/**
 * Turns a text into the part of an address that names a document. It is the transliteration that
 * the panel's own "regenerate" button uses, so both give the same.
 * @param fallback what to return where nothing of the text can be transliterated
 * @returns lower-case ASCII letters, digits and hyphens; at most 100 characters
 */
export function slugify(text: string, fallback: string): string {
  const slug = cutAtWord(transliterate(text)).replace(/^-+|-+$/g, '');
  return slug === '' ? fallback : slug;
}

/**
 * The first of `base`, `base-2`, `base-3` … that is not taken.
 * @param taken slugs of other documents of the same type and locale
 */
export function nextFreeSlug(base: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  if (!used.has(base)) return base;
  let number = 2;
  while (used.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
