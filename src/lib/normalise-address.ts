/** An e-mail address as it is compared: not by case, by white space around it, nor by composition. */
export function normaliseAddress(address: string): string {
  return address.normalize('NFKC').trim().toLowerCase();
}
