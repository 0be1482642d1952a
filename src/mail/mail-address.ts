import { z } from 'zod';

const email = z.email();

/** A name and an address, kept apart: neither can be taken for the other. */
export interface MailAddress {
  name: string;
  address: string;
}

/**
 * Whether a text is one address and nothing else, as enquiries through the API have it. Those that
 * came another way may have a list, a group or a name in its place, which mail programs would obey.
 */
export function isMailAddress(text: string): boolean {
  return email.safeParse(text).success;
}
