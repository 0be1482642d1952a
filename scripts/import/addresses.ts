import { mapProse } from './markdown-prose';

/** Where an address begins: a Markdown link or image, a reference's definition, an HTML attribute. */
const ADDRESSES = [
  /(\]\(\s*<?)([^\s()<>]+)/g,
  /(^ {0,3}\[[^\]\n]+\]:[ \t]*<?)([^\s<>]+)/gm,
  /(\s(?:src|href)\s*=\s*["'])([^"'\s]+)/gi,
];

/** `mailto:`, `https:` … and `//host/…` say where they lead; `#part` leads within the page. */
const IS_COMPLETE = /^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i;

/**
 * Makes relative addresses of links and images absolute. Code stays as it is.
 * @param baseUrl the address of the site that the text comes from
 */
export function completeAddresses(markdown: string, baseUrl: string): string {
  const complete = (whole: string, before: string, address: string) => {
    if (IS_COMPLETE.test(address) || !URL.canParse(address, baseUrl)) return whole;
    return before + new URL(address, baseUrl).href;
  };
  return mapProse(markdown, (prose) =>
    ADDRESSES.reduce((text, pattern) => text.replace(pattern, complete), prose),
  );
}
