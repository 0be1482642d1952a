/**
 * What two spellings of one name have in common: case, accents, hyphens and curly apostrophes make
 * no difference, while C, C++ and C# stay three. Only accents of European scripts are dropped;
 * in others such marks make other letters.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[\s_‐-]+/g, ' ')
    .trim()
    .normalize('NFC');
}

/** The names without those that an earlier one spells already. */
export function distinctNames(names: readonly string[]): string[] {
  const byFold = new Map<string, string>();
  for (const name of names) {
    const fold = foldName(name);
    if (!byFold.has(fold)) byFold.set(fold, name);
  }
  return [...byFold.values()];
}
