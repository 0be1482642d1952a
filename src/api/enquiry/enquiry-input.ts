import { z } from 'zod';
import { KINDS } from './response-times';
import { STATUSES } from './status';

const required = (what: string) => `${what} is required.`;
const atMost = (characters: number) => `Write ${characters} characters at most.`;

/** A line of text: trimmed, without line breaks and the NUL that PostgreSQL cannot store. */
function text(what: string, max: number, message = `Write ${what} as text.`) {
  return z
    .string(message)
    .trim()
    .max(max, atMost(max))
    .regex(/^[^\r\n\0]*$/, `${what} must be on one line of plain text.`);
}

/** A line of text that must be there. */
function line(what: string, max: number) {
  return text(what, max, required(what)).min(1, required(what));
}

/** A line of text that may be left out; an empty one counts as left out. */
function optionalLine(what: string, max: number) {
  return text(what, max)
    .nullish()
    .transform((value) => value || undefined);
}

const documentId = z
  .string('Write a documentId.')
  .regex(/^[a-z0-9]{20,32}$/, 'Write a documentId.');

/** The campaign parameters of the address that the visitor came by, without the empty ones. */
const utm = z
  .strictObject(
    {
      source: optionalLine('source', 200),
      medium: optionalLine('medium', 200),
      campaign: optionalLine('campaign', 200),
      term: optionalLine('term', 200),
      content: optionalLine('content', 200),
    },
    'Write an object with source, medium, campaign, term and content.',
  )
  .transform((parameters) => {
    const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given) as Record<string, string>;
  });

/** The largest number that an integer column holds. */
const LARGEST_INTEGER = 2_147_483_647;

/**
 * What a visitor may send, as `POST /api/enquiries` documents it. Anything else is refused by name.
 * `website` is the honeypot: the form hides it, so that only programs fill it in. `formToken` and
 * `proofOfWork` answer `GET /api/enquiries/form-token`; a wrong one is no fault, but counts as a sign
 * of spam.
 */
export const enquiryInput = z.strictObject({
  kind: z.enum(KINDS, `Choose one of ${KINDS.join(', ')}.`),
  name: line('Name', 200),
  email: z.email('Write an e-mail address such as name@example.org.').max(254, atMost(254)),
  message: z
    .string(required('Message'))
    .trim()
    .min(1, required('Message'))
    .max(5000, atMost(5000))
    .regex(/^[^\0]*$/, 'Message must be plain text.'),
  phone: optionalLine('Phone', 50),
  company: optionalLine('Company', 200),
  training: documentId.nullish().transform((value) => value ?? undefined),
  session: documentId.nullish().transform((value) => value ?? undefined),
  locale: z
    .string('Write a language code such as en or fr.')
    .max(35, atMost(35))
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'Write a language code such as en or fr.')
    .nullish()
    .transform((value) => value ?? undefined),
  source: z
    .strictObject(
      {
        // What is beyond the column's length tells the desk nothing: it is cut, not refused.
        page: optionalLine('page', 500).transform((page) => page?.slice(0, 255)),
        referrer: optionalLine('referrer', 500),
        utm: utm.nullish().transform((value) => value ?? undefined),
      },
      'Write an object with page, referrer and utm.',
    )
    .nullish()
    .transform((value) => value ?? undefined),
  acceptedPolicyVersion: z
    .int('Write the number of the version.')
    .min(1, 'Write the number of the version.')
    .max(LARGEST_INTEGER, 'Write the number of the version.')
    .nullish()
    .transform((value) => value ?? undefined),
  website: z.string('Leave this out.').max(2000, 'Leave this out.').optional(),
  formToken: optionalLine('the token that the form was given', 500),
  proofOfWork: optionalLine('the solution in base64', 4000),
});

/** A visitor's enquiry after the check. */
export type EnquiryInput = z.output<typeof enquiryInput>;

/** What the desk may change by `PUT /api/enquiries/:documentId`. */
export const enquiryChange = z.strictObject({
  status: z.enum(STATUSES, `Choose one of ${STATUSES.join(', ')}.`).optional(),
  assignee: z.email('Write the e-mail address of a panel user, or null.').nullish(),
  /** A note to add: those that are there stay. */
  notes: z
    .string('Write the note to add as text; earlier notes stay.')
    .trim()
    .min(1, 'Write the note to add, or leave this out.')
    .max(20_000, atMost(20_000))
    .regex(/^[^\0]*$/, 'Write the note as plain text.')
    .optional(),
});

/** A change of the desk after the check. */
export type EnquiryChange = z.output<typeof enquiryChange>;
