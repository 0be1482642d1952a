import markdownIt from 'markdown-it';

/** An address in a text. */
export interface Link {
  /** As it was written. */
  text: string;
  /** The whole address, with `http://` where the text leaves it out. */
  url: string;
  /** Whether it can be nothing but a link: it has a protocol, `www.` or a path. */
  isPlain: boolean;
}

/**
 * Top-level domains of today's advertisements that linkify-it does not take for one without a
 * protocol before them; it knows those of countries and the old ones.
 */
const MORE_DOMAINS =
  'app bet bid blog casino cc click club cyou dev fun icu link live loan ltd men monster online page rest review sbs shop site space store stream tech today top trade vip website win work xyz';

const linkify = markdownIt().linkify.tlds(MORE_DOMAINS.split(' '), true);

/** What stands directly before an address in BBCode and HTML, where linkify-it looks for a space. */
const BEFORE_ADDRESS = /\[(?:url|link|img)=|\b(?:href|src)\s*=/gi;

/** A full stop without a space after it: "before.After" is no domain. */
const MISSING_SPACE = /\.\p{Lu}\p{Ll}/u;

/**
 * Finds what a reader, or their mail program, would take for links: addresses with and without a
 * protocol, in plain text, Markdown, BBCode and HTML. E-mail addresses are none.
 * @returns each address once
 */
export function findLinks(text: string): Link[] {
  // Full-width letters and the like are links for browsers, too.
  const plain = text.normalize('NFKC').replace(BEFORE_ADDRESS, ' ');
  const links = new Map<string, Link>();
  for (const { schema, raw, url } of linkify.match(plain) ?? []) {
    const isBare = schema === '';
    if (schema === 'mailto:' || (isBare && MISSING_SPACE.test(raw))) continue;
    const isPlain = !isBare || /^www\.|\/./i.test(raw);
    const key = url.toLowerCase();
    if (!links.has(key)) links.set(key, { text: raw, url, isPlain });
  }
  return [...links.values()];
}
