/** One cookie, as the policy describes it. */
export interface Cookie {
  name: string;
  provider: string;
  purpose: string;
  duration: string;
}

/** Cookies that are accepted or refused together. */
export interface Category {
  key: string;
  name: string;
  description: string;
  required: boolean;
  cookies: Cookie[];
}

/** What the notice needs of the policy in force: `GET /api/cookie-policies/current`. */
export interface Policy {
  locale: string;
  version: number;
  slug: string;
  /** Changes with the categories and cookies, whatever the language. */
  cookiesSha256: string;
  /** Changes with what is said about them in this language. */
  categoriesSha256: string;
  categories: Category[];
}

/** Which categories are accepted, by key. */
export type Choices = Record<string, boolean>;

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const listOf = (value: unknown) => (Array.isArray(value) ? value.filter(isFields) : []);

function toCookie({ name, provider, purpose, duration }: Fields): Cookie {
  return {
    name: textOf(name),
    provider: textOf(provider),
    purpose: textOf(purpose),
    duration: textOf(duration),
  };
}

function toCategory({ key, name, description, required, cookies }: Fields): Category {
  return {
    key: textOf(key),
    name: textOf(name) || textOf(key),
    description: textOf(description),
    required: required === true,
    cookies: listOf(cookies).map(toCookie),
  };
}

/**
 * Takes from the API's answer what the notice needs. Texts stay as they are: whoever shows them must
 * never take them for HTML.
 * @param body the parsed answer
 * @returns undefined when it is no policy that can be answered to
 */
export function toPolicy(body: unknown): Policy | undefined {
  const data = isFields(body) ? body.data : undefined;
  if (!isFields(data)) return undefined;
  const { locale, version, slug, cookiesSha256, categoriesSha256 } = data;
  if (typeof version !== 'number' || !textOf(cookiesSha256) || !textOf(categoriesSha256))
    return undefined;
  return {
    locale: textOf(locale),
    version,
    slug: textOf(slug),
    cookiesSha256: textOf(cookiesSha256),
    categoriesSha256: textOf(categoriesSha256),
    categories: listOf(data.categories)
      .map(toCategory)
      .filter(({ key }) => key !== ''),
  };
}

/**
 * A choice for every category of the policy.
 * @param isAccepted asked for optional categories alone: required ones are always accepted
 */
export function choose(
  { categories }: Pick<Policy, 'categories'>,
  isAccepted: (key: string) => boolean,
): Choices {
  return Object.fromEntries(
    categories.map(({ key, required }) => [key, required || isAccepted(key)]),
  );
}

/** Whether a category is among what was accepted. */
export function accepts(choices: Choices, key: string): boolean {
  return Object.hasOwn(choices, key) && choices[key] === true;
}

/** Whether anything that could have been refused was accepted. */
export function acceptsOptional(
  { categories }: Pick<Policy, 'categories'>,
  choices: Choices,
): boolean {
  return categories.some(({ key, required }) => !required && accepts(choices, key));
}
