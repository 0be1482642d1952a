import { z } from 'zod';
import { METHODS } from './chain';

/** The largest number that an integer column holds. */
const LARGEST_INTEGER = 2_147_483_647;

const VERSION = 'Write the number of the version that the visitor saw.';
const LOCALE = 'Write the language that the visitor saw, such as en or fr.';
const CHOICES = 'Write an object with true or false for each category.';
const PAGE = 'Write the path of the page, such as /trainings.';

/** A path by itself: what a URL may have before its query, in visible characters. */
const PATH = /^\/[^\s\p{C}]*$/u;

/** What a website may send, as `POST /api/consents` documents it. Anything else is refused by name. */
export const consentInput = z.strictObject({
  policyVersion: z.int(VERSION).min(1, VERSION).max(LARGEST_INTEGER, VERSION),
  locale: z
    .string(LOCALE)
    .max(35, LOCALE)
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, LOCALE),
  // Checked against the categories of the version, key by key: zod would drop `__proto__`.
  choices: z.custom<Record<string, unknown>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    CHOICES,
  ),
  method: z.enum(METHODS, `Write one of ${METHODS.join(', ')}, or leave this out.`).optional(),
  page: z
    .string(PAGE)
    .max(2000, 'Write 2000 characters at most.')
    // A query may say who the visitor is, and so may a fragment.
    .transform((page) => page.replace(/[?#].*$/s, ''))
    .pipe(z.string().regex(PATH, PAGE))
    .optional(),
});

/** A visitor's answer after the check. */
export type ConsentInput = z.output<typeof consentInput>;
