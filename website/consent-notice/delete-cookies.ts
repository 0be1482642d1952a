import { expiries, refusedCookies } from './cookies';
import type { Category, Choices } from './policy';

/**
 * Deletes the cookies that were refused, as far as the browser lets a page do that: not those of
 * other sites, and not those that scripts may not see.
 */
export function deleteRefusedCookies(categories: Category[], choices: Choices): void {
  const names = document.cookie.split('; ').map((cookie) => cookie.split('=', 1)[0] ?? '');
  for (const name of refusedCookies(categories, choices, names.filter(Boolean)))
    for (const expiry of expiries(name, location.hostname, location.pathname))
      document.cookie = expiry;
}
