import { errors } from '@strapi/utils';

/** One field of a write that cannot stay as it is. */
export interface FieldFault {
  /** Where: attribute names and positions, outermost first. */
  path: (string | number)[];
  /** What is wrong and what to write instead. */
  message: string;
}

/**
 * The error for fields that cannot be stored, in the form that Strapi's own validation uses, so
 * that the panel marks the fields and clients find `details.errors[].path`.
 */
export function fieldErrors(faults: FieldFault[]): errors.ValidationError {
  const first = faults[0]?.message ?? 'The input is not valid';
  const message = faults.length > 1 ? `${faults.length} errors occurred` : first;
  return new errors.ValidationError(message, {
    errors: faults.map((fault) => ({ ...fault, name: 'ValidationError' })),
  });
}
