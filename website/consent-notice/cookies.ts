import { accepts, type Category, type Choices } from './policy';

/**
 * Whether a name is one that a policy means: `_ga_*` stands for all that begin with `_ga_`.
 * @param pattern as an editor wrote it; nothing but the asterisk has a meaning
 */
export function matches(pattern: string, name: string): boolean {
  const [start = '', ...parts] = pattern.trim().split('*');
  const end = parts.pop();
  if (end === undefined) return name === start;
  if (!name.startsWith(start) || !name.endsWith(end)) return false;
  // By hand, and not as a regular expression: one of many asterisks can take hours.
  const last = name.length - end.length;
  let from = start.length;
  for (const part of parts) {
    const found = name.indexOf(part, from);
    if (found === -1) return false;
    from = found + part.length;
  }
  return from <= last;
}

const isNamedBy = (categories: Category[], name: string) =>
  categories.some(({ cookies }) => cookies.some((cookie) => matches(cookie.name, name)));

/**
 * The cookies that are here though they were refused.
 * @param names of the cookies that the page can see
 * @returns those that a refused category names, and no accepted one does
 */
export function refusedCookies(
  categories: Category[],
  choices: Choices,
  names: readonly string[],
): string[] {
  const accepted = categories.filter(({ key }) => accepts(choices, key));
  const refused = categories.filter(({ key }) => !accepts(choices, key));
  return names.filter((name) => isNamedBy(refused, name) && !isNamedBy(accepted, name));
}

/**
 * A page does not see which domain and path its cookies have, so it has to try those that it may
 * delete.
 * @param name a cookie's
 * @param host the page's, such as `www.example.org`
 * @param path the page's, such as `/blog/post`
 * @returns values for `document.cookie`
 */
export function expiries(name: string, host: string, path: string): string[] {
  const labels = host.split('.');
  // Browsers refuse a cookie with such a name without it, even its deletion.
  const secure = /^__(Secure|Host)-/i.test(name) ? '; secure' : '';
  const domains = labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
  const segments = path.split('/').filter(Boolean);
  const paths = segments.flatMap((_, index) => {
    const folder = `/${segments.slice(0, index + 1).join('/')}`;
    return [folder, `${folder}/`];
  });
  return ['', ...domains.map((domain) => `; domain=${domain}`)].flatMap((domain) =>
    ['/', ...paths].map((each) => `${name}=; max-age=0; path=${each}${domain}${secure}`),
  );
}
