/** What stands in the log instead of a personal value. */
const MASK = '***';

/**
 * An e-mail address, also one in a URL; not the "@" of a package's name. The lengths are those of
 * RFC 5321, 4.5.3.1: without a limit a long line would take time by its square.
 */
const ADDRESS = /[\w.!#$%'*+^`{|}~-]{0,64}(?:@|%40)[\w.-]{1,250}\.[a-z]{2,63}(?![\w/])/gi;

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Makes what takes personal data out of a line of a log: e-mail addresses wherever they stand, and
 * the values of tagged fields in the parameters of a URL and in JSON.
 * @param fields names of the tagged fields
 */
export function textMask(fields: readonly string[]): (line: string) => string {
  const names = fields.map(escape).join('|');
  const parameter = new RegExp(
    `([?&](?:_q|[^=&\\s]*(?:\\[|%5B)(?:${names})(?:\\]|%5D)[^=&\\s]*)=)[^&\\s]+`,
    'gi',
  );
  const property = new RegExp(`("(?:${names})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"`, 'g');
  const isTagged = fields.length > 0;
  return (line) => {
    const masked = line.replace(ADDRESS, MASK);
    if (!isTagged) return masked;
    return masked.replace(parameter, `$1${MASK}`).replace(property, `$1"${MASK}"`);
  };
}
