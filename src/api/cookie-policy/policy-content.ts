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
