/** Line breaks, tabs and every other control character, runs of spaces too. */
const CONTROLS_AND_SPACES = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** They let text run backwards, and so look like other text. */
const DIRECTION_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g;

/** Foreign text for a line of a mail or for a header: it cannot begin a line of its own. */
export function oneLine(text: string): string {
  return text.replace(DIRECTION_OVERRIDES, '').replace(CONTROLS_AND_SPACES, ' ').trim();
}

/** Foreign text for a mail, line by line; indentation does not survive. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n?|[\n\u2028\u2029]/).map(oneLine);
}
