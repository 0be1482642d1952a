import { ProspectusError } from '../errors';
import { fieldErrors } from '../field-errors';
import type { DocumentHook } from './document-context';

/** The part of a PostgreSQL error that matters here (class 23: integrity constraint violation). */
interface ConstraintError {
  code: string;
  constraint: string;
}

function isConstraintError(error: unknown): error is ConstraintError {
  if (!(error instanceof Error) || !('code' in error) || !('constraint' in error)) return false;
  return typeof error.constraint === 'string' && String(error.code).startsWith('23');
}

/** What to tell the writer, by a part of the constraint's name; see database/migrations. */
const EXPLANATIONS: { constraint: RegExp; path: string[]; message: string }[] = [
  { constraint: /_by_slug/, path: ['slug'], message: 'This slug is taken; write another.' },
  { constraint: /_by_code/, path: ['code'], message: 'Another training has this code.' },
  {
    constraint: /_ends_after_start$/,
    path: ['endsAt'],
    message: 'The session must end after it starts.',
  },
  { constraint: /_capacity$/, path: ['capacity'], message: 'The capacity must be 0 or more.' },
  {
    constraint: /_seats_left$/,
    path: ['seatsLeft'],
    message: 'The seats left must be between 0 and the capacity.',
  },
  {
    constraint: /^redirects_by_source$/,
    path: ['fromSlug'],
    message: 'There is a redirect from this slug already.',
  },
];

/**
 * What the database refuses is the writer's mistake (two writers took the same slug at the same
 * moment), not a failure of the server: it is told in words, with the field.
 */
export const reportConstraintViolation: DocumentHook = async (_context, next) => {
  try {
    return await next();
  } catch (error) {
    if (!isConstraintError(error)) throw error;
    if (error.constraint.endsWith('_immutable')) {
      throw new ProspectusError(
        'VERSION_IMMUTABLE',
        'A published version is kept as it was. Publish a new version instead.',
      );
    }
    const explanation = EXPLANATIONS.find(({ constraint }) => constraint.test(error.constraint));
    if (!explanation) throw error;
    throw fieldErrors([{ path: explanation.path, message: explanation.message }]);
  }
};
