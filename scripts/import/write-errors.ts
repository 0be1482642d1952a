import { errors } from '@strapi/utils';
import { Refusal } from './refusal';

/** The parts of a validation error that say which field is wrong. */
interface FieldError {
  path?: unknown;
  message?: unknown;
}

function fieldErrorsOf({ details }: { details: unknown }): FieldError[] {
  if (typeof details !== 'object' || details === null || !('errors' in details)) return [];
  return Array.isArray(details.errors) ? (details.errors as FieldError[]) : [];
}

function describe({ path, message }: FieldError): string {
  const field = Array.isArray(path) ? path.join('.') : '';
  return field === '' ? String(message) : `"${field}": ${String(message)}`;
}

/** PostgreSQL's classes of errors that are about the data: 22 (data exception), 23 (constraint). */
function isDataError(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && /^2[23]\w{3}$/.test(error.code);
}

/**
 * Tells what is wrong with a document from what is wrong with the database.
 * @returns why the document was refused; undefined where the document is not to blame
 */
export function toRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof errors.ApplicationError) {
    const faults = fieldErrorsOf(error).map(describe);
    return new Refusal(`was refused: ${faults.join('; ') || error.message}`);
  }
  if (error instanceof Error && isDataError(error)) {
    return new Refusal(`was refused by the database: ${error.message.split(' - ').at(-1) ?? ''}`);
  }
  return undefined;
}
