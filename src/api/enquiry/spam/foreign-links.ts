import { findLinks, type Link } from './find-links';

/** The host that an address leads to, without the `www.` that makes no difference. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

/**
 * The links of a text but those to the website itself, which visitors copy from the page that they
 * ask about.
 */
export function foreignLinks(text: string, ownHosts: readonly string[]): Link[] {
  const own = new Set(ownHosts.map((host) => host.replace(/^www\./, '')));
  return findLinks(text).filter(({ url }) => !own.has(hostOf(url)));
}
