import { z } from 'zod';

/** A locale as Strapi writes it (BCP 47), such as `en` or `fr-CA`. */
export const locale = z
  .string()
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'Write a language code such as en or fr.');

/** How many results to return, as a query parameter: 1 to 100. */
export function limit(preset: number) {
  const message = 'Write a whole number from 1 to 100.';
  return z.coerce.number(message).int(message).min(1, message).max(100, message).default(preset);
}
