/** One key that personal data are protected with. */
export interface PrivacyKey {
  id: string;
  /** 256 random bits in base64. */
  secret: string;
}

/** AES-256 takes 256 bits. */
const KEY_BYTES = 32;

const ID = /^[\w-]{1,32}$/;

/** `id:base64,id:base64`, newest first. */
export function parsePrivacyKeys(text: string): PrivacyKey[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const colon = part.indexOf(':');
      return { id: part.slice(0, Math.max(colon, 0)), secret: part.slice(colon + 1) };
    });
}

/** Whether a text is 32 bytes in base64, not all of them the same. */
function isKey(secret: string): boolean {
  const bytes = Buffer.from(secret, 'base64');
  return (
    bytes.toString('base64') === secret && bytes.length === KEY_BYTES && new Set(bytes).size > 8
  );
}

/** What is wrong with PRIVACY_KEYS, without repeating any of it; undefined where nothing is. */
export function findPrivacyKeysFault(text: string): string | undefined {
  const keys = parsePrivacyKeys(text);
  if (keys.length === 0) return 'needs a key, such as 2026:<32 random bytes in base64>';
  if (keys.some(({ id }) => !ID.test(id)))
    return 'has a key without an id: write id:key, the id of letters, digits, - and _';
  const bad = keys.find(({ secret }) => !isKey(secret));
  if (bad) return `has a key, "${bad.id}", that is not 32 random bytes in base64`;
  if (new Set(keys.map(({ id }) => id)).size < keys.length) return 'has two keys with one id';
  if (new Set(keys.map(({ secret }) => secret)).size < keys.length) return 'has one key twice';
  return undefined;
}
