import { canonicalJson, fingerprint } from '../../lib/canonical-json';

/** One cookie of a category, as visitors read it. */
export type Cookie = {
  name: string;
  provider: string | null;
  purpose: string | null;
  duration: string | null;
};

/** A group of cookies that visitors accept or refuse together. */
export type CookieCategory = {
  key: string;
  name: string;
  description: string | null;
  required: boolean;
  cookies: Cookie[];
};

/** A published row of a cookie policy with its categories, as the query engine returns it. */
export interface PublishedPolicy {
  documentId: string;
  locale: string;
  title: string;
  slug: string;
  body: string;
  bodyHtml: string;
  effectiveFrom: string;
  categories: CookieCategory[];
}

function pickCookie({ name, provider, purpose, duration }: Cookie): Cookie {
  return { name, provider, purpose, duration };
}

function pickCategory(category: CookieCategory): CookieCategory {
  const { key, name, description, required, cookies } = category;
  return { key, name, description, required, cookies: cookies.map(pickCookie) };
}

/**
 * Splits a policy into what a visitor is told, which makes a version, and what merely follows from
 * it or leads to it, which does not: a new renderer or a new address is no new version.
 */
export function policyContent(policy: PublishedPolicy) {
  const { title, body, effectiveFrom, categories, slug, bodyHtml } = policy;
  return {
    shown: {
      title,
      body,
      effectiveFrom: new Date(effectiveFrom).toISOString(),
      categories: categories.map(pickCategory),
    },
    rendered: { slug, bodyHtml },
  };
}

/** Orders by what `key` says of each, so that the editor's order makes no difference. */
function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * Fingerprints of what a visitor agrees to. One who has answered is asked again when
 * `cookiesSha256` differs, or `categoriesSha256` in the language of the answer; never for a mere
 * change of the text around, or of the order.
 * @returns `cookiesSha256` over what is the same in every language: keys, required or not, cookie
 *   names; `categoriesSha256` over all that is said of the categories in this language
 */
export function consentFingerprints(categories: readonly CookieCategory[]) {
  const named = sortedBy(categories, ({ key }) => key);
  const cookies = named.map(({ key, required, cookies: items }) => ({
    key,
    required,
    cookies: items.map(({ name }) => name).sort(),
  }));
  const shown = named.map((category) => ({
    ...category,
    cookies: sortedBy(category.cookies, canonicalJson),
  }));
  return { cookiesSha256: fingerprint(cookies), categoriesSha256: fingerprint(shown) };
}

/** What a stored version holds: what was shown, and what was rendered from it. */
export interface VersionContent {
  title: string;
  body: string;
  bodyHtml: string;
  slug: string;
  effectiveFrom: string;
  categories: CookieCategory[];
}
