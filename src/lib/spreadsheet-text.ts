/**
 * What may stand before a formula without hiding it from a spreadsheet: white space, characters
 * that are not seen, and quotes, which some programs take off. Then the characters that begin a
 * formula, also in the full-width and small forms that East Asian versions read alike.
 * OWASP, "CSV Injection".
 */
const FORMULA = /^[\s\p{C}"'`]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;

/** Characters that begin a formula wherever a program takes them for the end of a field. */
const CONTROL = /^[\t\r\n]/;

/**
 * Text for a cell of a spreadsheet that no program takes for a formula: one that might be is put
 * after an apostrophe, which spreadsheets know as the sign of text.
 */
export function spreadsheetText(text: string): string {
  return FORMULA.test(text) || CONTROL.test(text) ? `'${text}` : text;
}
